import Testing

@testable import Charts

@Suite("Coincidence")
struct CoincidenceTests {
  private func dashes(_ curves: [[Double]]) -> [String?] {
    Coincidence(in: curves.map { Series(values: $0) }).dashes
  }

  @Test("a curve over another that is the same, or in part the same, gets dashes of its own")
  func same() {
    let cosine = Pictures.cosine(1000)
    #expect(dashes([cosine, cosine, cosine]) == [nil, "6 8", "0 14"])
    #expect(dashes([cosine, cosine.enumerated().map { $0 < 300 ? $1 : $1 * 2 }]) == [nil, "6 8"])
  }

  @Test("curves that cross, come near or are not there do not")
  func different() {
    #expect(dashes([Pictures.cosine(60), Pictures.rows(60) { 0.1 - 0.1 * $0 / 60 }]) == [nil, nil])
    #expect(dashes([Pictures.cosine(60), Pictures.cosine(60, peak: 0.1001)]) == [nil, nil])
    #expect(dashes([[], [], [.nan], [.nan]]) == [nil, nil, nil, nil])
    #expect(dashes(Array(repeating: [1], count: 100)).count == 100)
  }

  @Test("what lies on a reference hides nothing")
  func reference() {
    let values = [1.0, 2, 3]
    let reference = Series(values: values, isReference: true)
    #expect(Coincidence(in: [reference, Series(values: values)]).dashes == [nil, nil])
    #expect(Coincidence(in: [Series(values: values), reference, Series(values: values)]).dashes[2] != nil)
  }
}
