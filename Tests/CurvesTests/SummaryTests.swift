import Testing

@testable import Curves

@Suite struct SummaryTests {
  private func summary(_ values: [Double]) throws -> Summary { try #require(Summary(of: values)) }

  private func point(_ row: Int, _ value: Double) -> Summary.Point { Summary.Point(row: row, value: value) }

  @Test func `the numbers of a rise and a fall`() throws {
    let summary = try summary([0.25, 0.5, 1, 0.75, 0.5, 0.25])
    #expect(summary.first == point(0, 0.25))
    #expect(summary.peak == point(2, 1))
    #expect(summary.minimum == point(0, 0.25))
    #expect(summary.final == point(5, 0.25))
    #expect(summary.area == 3.25)
    #expect(summary.mean == 3.25 / 6)
    #expect(summary.halfUp == point(1, 0.5))
    #expect(summary.halfDown == point(4, 0.5))
  }

  @Test func `without a rise there is no half on the way up, without a fall none on the way down`() throws {
    #expect(try summary([1, 0.6, 0.4]).halfUp == nil)
    #expect(try summary([1, 0.6, 0.4]).halfDown == point(2, 0.4))
    #expect(try summary([0.1, 0.6, 1]).halfUp == point(1, 0.6))
    #expect(try summary([0.1, 0.6, 1]).halfDown == nil)
    #expect(try summary([1, 1]).halfDown == nil)
    #expect(try summary([0, 0]).halfDown == nil)
    #expect(try summary([-2, -1, -4]).halfDown == nil)
  }

  @Test func `rounding errors make no new peak and hide no half`() throws {
    let (half, peak) = (0.05, 0.1)
    let summary = try summary([peak, half.nextUp, 0, peak.nextUp])
    #expect(summary.peak == point(0, peak))
    #expect(summary.halfDown == point(1, half.nextUp))
    #expect(try self.summary([half.nextDown, peak]).halfUp == nil)
  }

  @Test func `ties are reported at their first row`() throws {
    let summary = try summary([1, 0, 1, 0])
    #expect(summary.peak.row == 0 && summary.minimum.row == 1 && summary.final.row == 3)
  }

  @Test func `what is not there is not counted`() throws {
    #expect(Summary(of: []) == nil)
    #expect(Summary(of: [.nan]) == nil)
    let summary = try summary([.nan, 2, .nan, 4, .nan])
    #expect(summary.first == point(1, 2) && summary.final == point(3, 4) && summary.mean == 3)
  }

  @Test func `a million rows are added up without drift`() throws {
    let summary = try summary(Array(repeating: 0.1, count: 1_000_000))
    #expect(abs(summary.area - 100_000) < 1e-9)
    #expect(summary.mean == 0.1)
  }
}
