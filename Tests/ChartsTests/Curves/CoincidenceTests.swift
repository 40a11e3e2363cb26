import Testing

@testable import Charts

@Suite struct CoincidenceTests {
  private func dashes(_ curves: [[Double]]) -> [String?] {
    dashes(of: curves.map { Series(values: $0) })
  }

  private func dashes(of series: [Series]) -> [String?] {
    let coincidence = Coincidence(in: series)
    return series.indices.map { coincidence.dash(of: $0) }
  }

  /// The cosine up to a row, and then something else.
  private func cosine(until row: Int) -> [Double] {
    Pictures.cosine(1000).enumerated().map { $0 < row ? $1 : $1 + 0.01 }
  }

  @Test
  func `of curves that are the same, or nearly to their ends, a stripe of each is seen in turn`() {
    let cosine = Pictures.cosine(1000)
    #expect(dashes([cosine, cosine]) == [nil, "6 10"])
    #expect(dashes([cosine, cosine, cosine]) == [nil, "14 10", "6 18"])
    #expect(dashes([cosine, self.cosine(until: 950)]) == [nil, "6 10"])
    #expect(dashes([cosine, cosine.map { $0 * (1 + 1e-15) }]) == [nil, "6 10"])
  }

  @Test
  func `a curve that others hide together, or that is shorter than the one above it, is seen through that`() {
    let cosine = Pictures.cosine(1000)
    let end = cosine.enumerated().map { $0 < 500 ? $1 + 0.01 : $1 }
    #expect(dashes([cosine, self.cosine(until: 500), end]) == [nil, nil, "6 10"])
    #expect(dashes([Array(cosine.prefix(100)), cosine]) == [nil, "6 10"])
    #expect(dashes([cosine, Array(cosine.prefix(100))]) == [nil, nil])
  }

  @Test
  func `curves that share a part only, cross, come near or are not there are drawn as usual`() {
    #expect(dashes([Pictures.cosine(1000), cosine(until: 300), cosine(until: 600)]) == [nil, nil, nil])
    #expect(dashes([Pictures.cosine(60), Pictures.rows(60) { 0.1 - 0.1 * $0 / 60 }]) == [nil, nil])
    #expect(dashes([Pictures.cosine(60), Pictures.cosine(60, peak: 0.1001)]) == [nil, nil])
    #expect(dashes([[], [], [.nan], [.nan]]) == [nil, nil, nil, nil])
    #expect(dashes(Array(repeating: [1], count: 100)).count == 100)
  }

  @Test
  func `what lies on a reference hides nothing`() {
    let values = [1.0, 2, 3]
    let reference = Series(values: values, isReference: true)
    #expect(dashes(of: [reference, Series(values: values)]) == [nil, nil])
    #expect(dashes(of: [Series(values: values), reference, Series(values: values)])[2] != nil)
  }
}
