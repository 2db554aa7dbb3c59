import Foundation

/// Lends a private folder, mode 0700, that is removed afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FilePath.temporary + "/verbatim-\(UUID().uuidString.prefix(8))"
  try makeFolder(folder, mode: 0o700)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

private enum FilePath {
  /// Real, so that what is compared with it is as well.
  static let temporary = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
}

func makeFolder(_ path: String, mode: Int = 0o700) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}

func makeLink(_ path: String, to target: String) throws {
  try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
}

func makeFile(_ path: String) throws {
  try Data().write(to: URL(fileURLWithPath: path))
}

func mode(of path: String) throws -> Int? {
  try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}
