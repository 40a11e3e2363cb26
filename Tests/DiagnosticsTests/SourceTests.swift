import Diagnostics
import Testing

@Suite struct SourceTests {
  private let source = Source(name: "a", bytes: Array("ab\nécd\r\n\n→x".utf8))

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (5, 2, 2), (6, 2, 3), (7, 2, 4), (9, 3, 1), (10, 4, 1), (13, 4, 2),
    (14, 4, 3),
    (99, 4, 3), (-5, 1, 1), (.max, 4, 3), (.min, 1, 1),
  ])
  func `lines and columns count from one, columns in scalars`(offset: Int, line: Int, column: Int) {
    let position = source.position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(arguments: [
    (0, 0..<2), (2, 0..<2), (3, 3..<7), (7, 3..<7), (8, 3..<7), (9, 9..<9), (10, 10..<14), (99, 10..<14), (-1, 0..<2),
  ])
  func `a line has no line end`(offset: Int, expected: Range<Int>) {
    #expect(source.line(around: offset) == expected)
  }

  @Test func `what is outside of the source counts nothing`() {
    #expect(source.scalars(in: 0..<14) == 11)
    #expect(source.scalars(in: -3..<100) == 11)
    #expect(source.scalars(in: 50..<100) == 0)
    let empty = Source(name: "", bytes: [])
    #expect(empty.line(around: 3) == 0..<0)
    #expect(empty.position(of: 3).column == 1)
  }

  @Test func `ranges are never backwards, and parts stay inside`() {
    #expect(SourceRange(5, 3) == SourceRange(5, 5))
    #expect(SourceRange(10, 20).part(2, 4) == SourceRange(12, 14))
    #expect(SourceRange(10, 20).part(8, 40) == SourceRange(18, 20))
    #expect(SourceRange(10, 20).part(30, 40) == SourceRange(40, 40))
  }

  @Test func `a source may have another one after it`() {
    let line = Source(name: "line", bytes: Array("lrplot x".utf8))
    let both = source.followed(by: line)
    for offset in [0, 5, 14] {
      let owner = both.owner(of: SourceRange(offset, offset + 1))
      #expect(owner.source.name == "a" && owner.range == SourceRange(offset, offset + 1))
    }
    let owner = both.owner(of: SourceRange(7, 8).moved(by: both.end))
    #expect(owner.source.name == "line" && owner.range == SourceRange(7, 8))
    #expect(source.owner(of: SourceRange(50, 51)).source.name == "a")
    let drawn = Excerpt(of: both).draw(Diagnostic(.usage, "no", at: SourceRange(both.end + 7, both.end + 8)))
    #expect(drawn == "line:1:8: error[usage]: no\n 1 | lrplot x\n   |        ^\n")
  }
}
