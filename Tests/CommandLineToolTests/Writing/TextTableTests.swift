import Testing

@testable import CommandLineTool

struct TextTableTests {
  @Test func `Columns are lined up, and nothing stands behind the last text`() {
    #expect(TextTable.lines([["a", "long", "x"], ["long", "b", "y"]]) == "a     long  x\nlong  b     y\n")
    #expect(TextTable.lines([["a", "", ""], ["bb", "", "c"]], indentation: 2) == "  a\n  bb    c\n")
    #expect(TextTable.lines([["a"], ["bb", "c"], []]) == "a\nbb  c\n\n")
    #expect(TextTable.lines([]) == "")
  }
}
