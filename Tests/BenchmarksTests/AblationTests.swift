import Search
import Testing

@testable import Benchmarks

struct AblationTests {
  /// Every technique that concerns a command is left out once, and stands alone once.
  @Test func `each technique is left out once and alone once`() {
    let best = Ablation.variants(of: .top10)
    #expect(best[0].techniques == .all)
    #expect(best.filter { $0.techniques == [] }.count == 1)
    for technique in Techniques.allCases where technique != .counting {
      #expect(best.filter { $0.techniques == Techniques.all.subtracting(technique) }.count == 1)
      #expect(best.filter { $0.techniques == [.pruning, technique] }.count == 1)
    }
    #expect(Set(best.map(\.name)).count == best.count)
    let counts = Ablation.variants(of: .count)
    #expect(
      counts.map(\.techniques) == [
        .all, Techniques.all.subtracting(.pairs), Techniques.all.subtracting(.counting), [], .pairs,
        .counting,
      ])
  }
}
