import Foundation

/// Where the tests' own files and the collections beside the repository lie.
package enum Repository {
  /// The folder of Package.swift.
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The folder of real collections beside the repository, nil on a machine without it: tests that need it are skipped.
  package static let shared: String? = {
    let path = URL(fileURLWithPath: root).deletingLastPathComponent().appendingPathComponent("shared").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// The Swift files below a folder of the repository, by path.
  package static func swiftFiles(below folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root + "/" + folder) ?? .init()
    where name.hasSuffix(".swift") {
      files[folder + "/" + name] = try String(
        contentsOfFile: root + "/" + folder + "/" + name, encoding: .utf8)
    }
    return files
  }
}
