/// Step of listing: gives every source file its id.
///
/// The id is the path without its extension. Files that would share an id keep their extensions, and so does any
/// file whose id would then be taken by one of those.
enum SourceIDs {
  /// The ids of `paths`, in their order; all differ if all paths differ.
  static func assign(to paths: [String]) -> [String] {
    var ids = paths.map(Self.withoutExtension)
    var pathsByID: [String: [Int]] = [:]
    for (index, id) in ids.enumerated() { pathsByID[id, default: []].append(index) }
    var contested = pathsByID.values.filter { $0.count > 1 }.flatMap { $0 }
    while let index = contested.popLast() {
      guard ids[index] != paths[index] else { continue }
      ids[index] = paths[index]
      contested.append(contentsOf: pathsByID[paths[index]] ?? [])
    }
    return ids
  }

  private static func withoutExtension(_ path: String) -> String {
    // A table's name with its extension is no folder's, so ids of rows are nobody else's.
    guard let format = SourceFile.Format(path: path), !format.isTable else { return path }
    return String(decoding: path.utf8.dropLast(format.extensionByteCount), as: UTF8.self)
  }
}
