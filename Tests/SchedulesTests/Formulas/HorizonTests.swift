import Diagnostics
import Testing

@testable import Schedules

@Suite struct HorizonTests {
  private let run = RunLength(count: 10)

  @Test func `prefers the total that is given to the run's`() throws {
    #expect(try Horizon(total: nil, warmup: 2, in: nil).total() == nil)
    #expect(try Horizon(total: nil, warmup: 2, in: run).total() == 10)
    #expect(try Horizon(total: nil, warmup: 2, in: run).given == nil)
    #expect(try Horizon(total: 7, warmup: 2, in: run).total() == 7)
    #expect(try Horizon(total: 7, warmup: 2, in: run).given == 7)
  }

  @Test func `has no rate as long as there is no total`() {
    #expect(throws: Diagnostic.self) { try Horizon(total: nil, in: nil).unbound.rate(at: 0, base: 1) }
  }

  @Test func `leaves room for what falls`() throws {
    let horizon = try Horizon(total: 5, warmup: 2, in: nil)
    #expect(try horizon.total(after: 4) == 5)
    #expect(try horizon.total(leaving: 3) == 5)
    #expect(throws: Diagnostic.self) { try horizon.total(after: 5) }
    #expect(throws: Diagnostic.self) { try horizon.total(leaving: 4) }
  }

  @Test func `rises along a line from its start`() throws {
    let (zero, half) = (try Horizon(total: 9, warmup: 4, in: nil), Rise(start: 0.5))
    #expect([0, 1, 2, 4].map(zero.rise) == [0, 0.25, 0.5, nil])
    let horizon = try Horizon(total: 9, warmup: 4, rise: half, in: nil)
    #expect([0, 1, 2, 4].map(horizon.rise) == [0.5, 0.625, 0.75, nil])
  }

  @Test func `leaves out phases of no length`() throws {
    func labels(_ warmup: Int, _ behind: (start: Double, motion: Motion, label: String)...) throws -> [String] {
      try Horizon(total: 9, warmup: warmup, in: nil).phases(behind).map(\.label)
    }
    #expect(try labels(4, (4, .moves, "decay"), (9, .moves, "end")) == ["warm-up", "decay", "end"])
    #expect(try labels(0, (4, .moves, "decay"), (9, .moves, "end")) == ["hold", "decay", "end"])
    #expect(try labels(0, (0, .moves, "decay")) == ["decay"])
  }
}
