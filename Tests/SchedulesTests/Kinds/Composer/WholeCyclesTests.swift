import Diagnostics
import Testing

@testable import Schedules

@Suite struct ComposerWholeCyclesTests {
  /// Composer's own loop.
  private func progress(at now: Double, first: Double, growth: Double) -> Double {
    var (length, end) = (first, first)
    while end <= now {
      length = (growth * length).rounded(.towardZero)
      end += length
    }
    return (now - (end - length)) / length
  }

  @Test(arguments: [(3.0, 1.0), (2, 2), (4, 1.5), (10, 1.05), (40, 0.9), (7, 1.3)], [0.0, 30, 1000])
  func `finds the cycle that a search from the start finds`(cycle: (first: Double, growth: Double), known: Double)
    throws
  {
    let cycles = Composer.WholeCycles(first: cycle.first, growth: cycle.growth, until: known)
    for now in 0..<100 {
      let expected = progress(at: Double(now), first: cycle.first, growth: cycle.growth)
      #expect(try cycles.progress(at: Double(now)) == expected)
    }
  }

  @Test func `looks up few cycles, however long the run`() {
    #expect(Composer.WholeCycles(first: 1, growth: 1, until: 2e7).starts.count == 1)
    #expect(Composer.WholeCycles(first: 1000, growth: 1.001, until: 2e7).starts.count < 7000)
    #expect(Composer.WholeCycles(first: 9000, growth: 0.9999, until: 2e7).starts.count < 7000)
  }

  @Test func `refuses cycles of nothing`() throws {
    let cycles = Composer.WholeCycles(first: 2, growth: 0.5, until: 10)
    #expect(try cycles.progress(at: 2) == 0)
    #expect(throws: Diagnostic.self) { try cycles.progress(at: 3) }
  }
}
