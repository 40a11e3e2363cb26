import Testing

@testable import Schedules

@Suite struct OptaxKnotsTests {
  private func knots(_ scales: [(step: Double, value: Double)]) throws -> Optax.Knots {
    try Optax.Knots(.linear, from: 1, scales: scales)
  }

  @Test func `interpolates between products of scales`() throws {
    let knots = try knots([(4, 0.5), (6, 4)])
    #expect((0...7).map { knots.value(at: Double($0)) } == [1, 0.875, 0.75, 0.625, 0.5, 1.25, 2, 2])
    #expect(knots.phases.map(\.label) == ["fall", "rise", "hold"])
    #expect(knots.length == 6)
  }

  @Test func `is 0 before the first point`() throws {
    #expect(try knots([(4, 0.5)]).value(at: -1) == 0)
  }

  @Test func `takes points before 0 as they come`() throws {
    #expect(try knots([(-2, 2), (2, 3)]).value(at: 0) == 4)
  }

  @Test func `refuses values that are no numbers`() {
    #expect(throws: (any Error).self) { try knots([(2, 1e300), (4, 1e300)]) }
  }
}
