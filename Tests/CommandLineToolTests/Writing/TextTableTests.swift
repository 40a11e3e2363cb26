import Testing

@testable import CommandLineTool

@Suite struct TextTableTests {
  @Test func `columns are lined up, and nothing stands after the last text`() {
    #expect(TextTable.lines([["a", "long", "x"], ["long", "b", "y"]]) == "a     long  x\nlong  b     y\n")
    #expect(TextTable.lines([["a", "", ""], ["bb", "", "c"]], indentation: 2) == "  a\n  bb    c\n")
    #expect(TextTable.lines([["a"], ["bb", "c"], []]) == "a\nbb  c\n\n")
    #expect(TextTable.lines([]) == "")
  }
}
