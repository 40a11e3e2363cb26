import Testing
import Text

@Suite struct WordingTests {
  @Test(arguments: [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (-1, "-1 rows")])
  func `one thing is counted without an s`(count: Int, words: String) {
    #expect(count.counted("row") == words)
  }

  @Test func `words are listed with commas, and before the last a word`() {
    #expect([].listed() == "")
    #expect(["a"].listed() == "a")
    #expect(["a", "b"].listed() == "a or b")
    #expect(["a", "b", "c"].listed(last: "and") == "a, b and c")
  }
}
