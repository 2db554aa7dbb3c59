/// The bounds that keep one client from starving the others; over each of them stands a typed error.
package struct Limits: Sendable {
  /// The longest request, in bytes, without its line's end.
  package var requestByteCount = 64 * 1024
  /// The deepest nesting of a request's JSON.
  package var jsonDepth = 64
  /// The most requests of one connection that are waiting or running at once.
  package var requestsInFlight = 16
  /// The most requests of one connection that are running at once; its others wait, so that one client leaves workers to
  /// the rest, and so that what it may leave unread stays within bounds.
  package var requestsRunning = 4
  /// How long a query may take when the request does not say.
  package var timeout = Duration.seconds(10)
  /// The longest `timeout` a request may ask for.
  package var longestTimeout = Duration.seconds(600)
  /// The most bytes of replies that a client may leave unread before no more is read from it.
  package var unreadByteCount = 1024 * 1024
  /// How long a client with so much unread may read nothing at all: then its waiting requests are refused, and its
  /// connection ends.
  package var unreadTimeout = Duration.seconds(10)
  /// How long a client may read nothing of what a connection that ends still owes it: then it is cut off.
  package var closingTimeout = Duration.seconds(60)
  /// The most connections at once; fewer where the system allows the process fewer open files.
  package var connections = 4096
  /// The most hits in one reply; a longer list goes on with a cursor.
  package var hitsPerPage = 1000
  /// The most paragraphs in one reply to `get`, where some are asked for around others.
  package var contextParagraphs = 10_000
  /// The longest source, in bytes, that is read again for receipts: reading cannot be broken off, and takes a second for some ten
  /// megabytes.
  package var receiptSourceByteCount = 16 * 1024 * 1024

  package init() {}
}
