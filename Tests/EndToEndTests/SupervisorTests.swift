import Foundation
import TestSupport
import Testing

/// The daemon in the hands of whoever starts it as systemd does.
@Suite(.serialized, .timeLimit(.minutes(3)), .enabled(if: Bench.has("python3"), "needs python3"))
struct SupervisorTests {
  /// Twice with one socket: the daemon leaves it to the supervisor, and the next one answers there.
  @Test func listensAtAnInheritedSocketAndSaysHowItFares() async throws {
    try await Bench.with { bench in
      let script = Repository.root + "/Tests/EndToEndTests/supervisor.py"
      let ending = try bench.shell(
        "python3 '\(script)' $BIN/verbatimd $BIN/verbatim '\(bench.folder)'")
      let life = """
        READY=1
        count: exit 0 3
        reload: exit 0\u{20}
        RELOADING
        READY

        """
      let end = "STOPPING=1\nleft: 0\nsocket stands: True\n"
      #expect(ending.output == life + "stop: exit 0 \n" + end + life + end, "\(ending.errors)")
    }
  }

  @Test func refusesToListenAtWhatIsNoListener() async throws {
    try await Bench.with { bench in
      let ending = try bench.shell(
        "exec 3< corpus/2013-10-02-third.md; LISTEN_PID=$$ LISTEN_FDS=1 exec $BIN/verbatimd serve")
      #expect(ending.status == 2 && ending.errors.contains("file 3 is to be listened at"))
      // Another process's socket is none of ours.
      let other = try bench.shell("LISTEN_PID=1 LISTEN_FDS=1 $BIN/verbatimd serve --socket '' ")
      #expect(other.status == 2 && !other.errors.contains("file 3"))
    }
  }
}
