internal import Synchronization
internal import Text

/// The names of states and organisations, so that what is asked about one of them (`about:Syria`) finds all its names, also where it
/// says nothing in the collection.
///
/// They are read when a query first names somebody: most name nobody, and a process that has just begun should answer at once.
package final class KnownNames: Sendable {
  /// One who has names.
  package struct Bearer: Sendable {
    /// As texts call it: `Syrian Arab Republic`, `Syria`, `Syrian`.
    package var names: [String]
    /// What it is asked for by besides, and texts do not call it: `SYR`.
    package var codes: [String]

    package init(names: [String], codes: [String]) {
      self.names = names
      self.codes = codes
    }
  }

  private enum State {
    case unread(@Sendable () -> [Bearer])
    /// By each name and code, all names of whoever has it, as ``Text/NameKey`` has them.
    case read([[UInt8]: Set<[UInt8]>])
  }

  private let state: Mutex<State>

  /// - Parameter bearers: Tells all who have names, once.
  package init(_ bearers: @escaping @Sendable () -> [Bearer] = { [] }) {
    state = Mutex(.unread(bearers))
  }

  /// `name` with all names of whoever is known by it, in the order of their bytes.
  func completed(_ name: SpeakerName) -> SpeakerName {
    let namesOfKey = state.withLock { state in
      switch state {
      case .read(let namesOfKey): return namesOfKey
      case .unread(let bearers):
        let namesOfKey = Self.namesOfKey(bearers())
        state = .read(namesOfKey)
        return namesOfKey
      }
    }
    let found = namesOfKey[name.key] ?? name.bareKey.flatMap { namesOfKey[$0] } ?? []
    var name = name
    name.knownKeys = found.sorted { $0.lexicographicallyPrecedes($1) }
    return name
  }

  private static func namesOfKey(_ bearers: [Bearer]) -> [[UInt8]: Set<[UInt8]>] {
    var namesOfKey: [[UInt8]: Set<[UInt8]>] = [:]
    var keys = NameKey()
    for bearer in bearers {
      let names = bearer.names.compactMap { keys.key(of: $0) }
      for key in names + bearer.codes.compactMap({ keys.key(of: $0) }) {
        namesOfKey[key, default: []].formUnion(names)
      }
    }
    return namesOfKey
  }
}
