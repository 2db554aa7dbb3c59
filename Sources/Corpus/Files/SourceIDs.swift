/// Step of listing: gives every source file its id.
///
/// The id is the path without its extension. Files that would share an id keep their extensions, and so does any
/// file whose id would then be taken by one of those. Ids are compared by their bytes, as paths are: two names that
/// show the same accented letter in different bytes are two files.
enum SourceIDs {
  /// The ids of `paths`, in their order; all differ if all paths differ.
  static func assign(to paths: [String]) -> [String] {
    let paths = paths.map { Array($0.utf8) }
    var ids = paths.map(withoutExtension)
    var indicesByID: [[UInt8]: [Int]] = [:]
    for (index, id) in ids.enumerated() { indicesByID[id, default: []].append(index) }
    var contested = indicesByID.values.filter { $0.count > 1 }.flatMap { $0 }
    while let index = contested.popLast() {
      guard ids[index] != paths[index] else { continue }
      ids[index] = paths[index]
      contested.append(contentsOf: indicesByID[paths[index]] ?? [])
    }
    return ids.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func withoutExtension(_ path: [UInt8]) -> [UInt8] {
    // A table's name with its extension is no folder's, so ids of rows are nobody else's.
    guard let format = SourceFile.Format(path: String(decoding: path, as: UTF8.self)), !format.isTable else {
      return path
    }
    return Array(path.dropLast(format.extensionByteCount))
  }
}
