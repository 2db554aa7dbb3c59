import TestSupport
import Testing
import Wire

@Suite struct SocketPathTests {
  private let none = Environment([:])

  @Test func prefersOptionThenVariableThenRuntimeFolderThenTemporary() throws {
    let all = Environment(["VERBATIM_SOCKET": "/s/env", "XDG_RUNTIME_DIR": "/run/me", "TMPDIR": "/t"])
    let name = SocketPath.identifier(ofIndex: "/nowhere/index") + ".sock"
    #expect(try SocketPath(option: "/s/o", indexDirectory: "/nowhere/index", environment: all).path == "/s/o")
    #expect(try SocketPath(option: nil, indexDirectory: "/nowhere/index", environment: all).path == "/s/env")
    let runtime = Environment(["VERBATIM_SOCKET": "", "XDG_RUNTIME_DIR": "/run/me", "TMPDIR": "/t"])
    #expect(
      try SocketPath(option: nil, indexDirectory: "/nowhere/index", environment: runtime).path
        == "/run/me/verbatim/\(name)")
    #expect(
      try SocketPath(
        option: nil, indexDirectory: "/nowhere/index", environment: Environment(["TMPDIR": "/t"])
      ).path
        == "/t/verbatim-\(FilePaths.userID)/\(name)")
    #expect(
      try SocketPath(option: nil, indexDirectory: "/nowhere/index", environment: none).path
        == "/tmp/verbatim-\(FilePaths.userID)/\(name)")
  }

  @Test func namesTheIndexByItsHash() {
    // FNV-1a, 64 bits, of "/nowhere/index" worked out apart from this program.
    #expect(SocketPath.identifier(ofIndex: "/nowhere/index") == "c7acc93a274a")
    #expect(SocketPath.identifier(ofIndex: "/nowhere/./index/") == "c7acc93a274a")
    #expect(SocketPath.identifier(ofIndex: "/nowhere/x/../index") == "c7acc93a274a")
  }

  @Test func followsSymbolicLinks() throws {
    try withTemporaryFolder { folder in
      try makeFolder(folder + "/real")
      try makeLink(folder + "/link", to: folder + "/real")
      let direct = SocketPath.identifier(ofIndex: folder + "/real/index")
      #expect(SocketPath.identifier(ofIndex: folder + "/link/index") == direct)
      try makeFolder(folder + "/real/index")
      #expect(SocketPath.identifier(ofIndex: folder + "/link/index") == direct)
    }
  }

  @Test func refusesALongPath() throws {
    let longest = "/" + String(repeating: "s", count: SocketPath.byteLimit - 1)
    #expect(try SocketPath(longest).path == longest)
    let error = #expect(throws: SocketError.self) { _ = try SocketPath(longest + "s") }
    #expect(error?.description.contains("the system's limit is \(SocketPath.byteLimit)") == true)
  }

  @Test func makesAPrivateFolder() throws {
    try withTemporaryFolder { folder in
      let socket = try SocketPath(folder + "/sub/x.sock")
      try SocketDirectory.check(for: socket)
      try SocketDirectory.prepare(for: socket)
      #expect(try mode(of: folder + "/sub") == 0o700)
      try SocketDirectory.prepare(for: socket)
    }
  }

  @Test func refusesAFolderThatIsOpenToOthersALinkOrAFile() throws {
    try withTemporaryFolder { folder in
      try makeFolder(folder + "/open", mode: 0o755)
      try makeLink(folder + "/link", to: folder + "/open")
      try makeFile(folder + "/file")
      let open = try SocketPath(folder + "/open/x.sock")
      #expect(throws: SocketError.openToOthers(path: open.directory, found: 0o755, expected: 0o700)) {
        try SocketDirectory.check(for: open)
      }
      #expect(throws: SocketError.symbolicLink(path: folder + "/link")) {
        try SocketDirectory.check(for: try SocketPath(folder + "/link/x.sock"))
      }
      #expect(throws: SocketError.notDirectory(path: folder + "/file")) {
        try SocketDirectory.check(for: try SocketPath(folder + "/file/x.sock"))
      }
      try makeFile(folder + "/x.sock")
      #expect(throws: SocketError.notSocket(path: folder + "/x.sock")) {
        try SocketDirectory.check(for: try SocketPath(folder + "/x.sock"))
      }
    }
  }

  @Test func saysThatNobodyListens() throws {
    try withTemporaryFolder { folder in
      let socket = try SocketPath(folder + "/x.sock")
      #expect(throws: SocketError.nobodyListens(path: socket.path)) {
        _ = try UnixConnection(connectingTo: socket)
      }
    }
  }

  @Test func findsRelativePaths() {
    #expect(FilePaths.relative("/a/b/c.md", to: "/a") == "b/c.md")
    #expect(FilePaths.relative("/a/b/c.md", to: "/a/d/e") == "../../b/c.md")
    #expect(FilePaths.relative("/a/b", to: "/a/b") == ".")
    #expect(FilePaths.relative("/a/b", to: "/x/y") == "/a/b")
    #expect(FilePaths.relative("/a/b", to: "/") == "a/b")
  }
}
