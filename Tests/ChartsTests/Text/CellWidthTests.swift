import Testing

@testable import Charts

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("学習率", 6), ("ＡＢ", 4), ("👩", 2), ("a\u{200D}b", 2), ("⠤⢄", 2),
    ("…·−", 3),
  ])
  func `columns of a terminal`(text: String, columns: Int) {
    #expect(CellWidth.of(text) == columns)
    #expect(Ruler.cells.width(of: text) == Double(columns))
  }

  @Test
  func `text is fitted to columns as to pixels`() {
    #expect(Fitting.elided("cosine annealing", by: .cells, width: 8) == "cosine…")
    #expect(Fitting.elidedInMiddle("cosine annealing", by: .cells, width: 8) == "cosi…ing")
    #expect(Fitting.wrapped("学習率の 比較", by: .cells, width: 8, lines: 2) == ["学習率の", "比較"])
  }
}
