/// The name of something a daemon can be asked, tied to the types of its parameters and its result.
///
/// A new method is one constant here, its two message types in `Messages/`, and a handler in the daemon's table.
package struct Method<Asked: Parameters, Reply: Codable & JSONWritable & Sendable>: Sendable {
  package let name: String
}

extension Method where Asked == HelloParameters, Reply == HelloReply {
  package static var hello: Self { Self(name: "hello") }
}

extension Method where Asked == SearchParameters, Reply == SearchReply {
  package static var search: Self { Self(name: "search") }
  /// The same units by date, one if no limit is named.
  package static var first: Self { Self(name: "first") }
}

extension Method where Asked == KwicParameters, Reply == KwicReply {
  package static var kwic: Self { Self(name: "kwic") }
}

extension Method where Asked == CountParameters, Reply == CountReply {
  package static var count: Self { Self(name: "count") }
}

extension Method where Asked == TrendParameters, Reply == TrendReply {
  package static var trend: Self { Self(name: "trend") }
}

extension Method where Asked == FacetParameters, Reply == FacetReply {
  package static var facet: Self { Self(name: "facet") }
}

extension Method where Asked == GetParameters, Reply == GetReply {
  package static var get: Self { Self(name: "get") }
}

extension Method where Asked == CiteParameters, Reply == CiteReply {
  package static var cite: Self { Self(name: "cite") }
}

extension Method where Asked == SuggestParameters, Reply == SuggestReply {
  package static var suggest: Self { Self(name: "suggest") }
}

extension Method where Asked == ExplainParameters, Reply == ExplainReply {
  package static var explain: Self { Self(name: "explain") }
}

extension Method where Asked == NoParameters, Reply == StatusReply {
  package static var status: Self { Self(name: "status") }
}

extension Method where Asked == NoParameters, Reply == CheckReply {
  package static var check: Self { Self(name: "check") }
}

extension Method where Asked == NoParameters, Reply == ReloadReply {
  package static var reload: Self { Self(name: "reload") }
}

extension Method where Asked == NoParameters, Reply == StopReply {
  package static var stop: Self { Self(name: "stop") }
}
