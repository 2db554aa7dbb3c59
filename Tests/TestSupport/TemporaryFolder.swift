import Foundation

/// A folder of one test's own, removed with all that is in it when the test drops it.
package final class TemporaryFolder {
  package let path: String

  /// - Parameter inMemory: Whether to make it where Linux keeps files in memory, if it does: for tests that write so much that
  ///   waiting for the disk is most of their time.
  package init(inMemory: Bool = false) throws {
    var parent = FileManager.default.temporaryDirectory
    if inMemory, FileManager.default.isWritableFile(atPath: "/dev/shm") {
      parent = URL(fileURLWithPath: "/dev/shm")
    }
    let url = parent.appendingPathComponent("verbatim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file below the folder, making the folders above it, and returns its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    // Foundation's own way to write a file waits for the disk, which is most of the time of a test that writes thousands.
    // The old file goes first: one that is mapped must not be cut.
    try? FileManager.default.removeItem(atPath: file)
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: bytes)
    try handle.close()
    return file
  }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// The bytes of a file below the folder.
  package func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  /// The names in a folder below this one, sorted.
  package func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).sorted()
  }
}
