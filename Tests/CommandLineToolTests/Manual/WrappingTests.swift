import Testing

@testable import CommandLineTool

@Suite struct WrappingTests {
  @Test func `prose breaks between words`() {
    #expect(Wrapping(columns: 12).lines("one two three four\n") == "one two\nthree four\n")
    #expect(Wrapping(columns: 12).lines("incomprehensible word") == "incomprehensible\nword")
  }

  @Test func `a table's second column stays in its column`() {
    let row = "  --lr RATE  Base rate of the optimizer, before any scheduler"
    #expect(
      Wrapping(columns: 51).lines(row)
        == "  --lr RATE  Base rate of the optimizer, before any\n             scheduler")
  }

  @Test func `where the first column is wide the second begins below`() {
    let row = "  --num-warmup-steps INTEGER  Updates of warm-up"
    #expect(Wrapping(columns: 40).lines(row) == "  --num-warmup-steps INTEGER\n        Updates of warm-up")
  }

  @Test(arguments: ["  lrplot cosine --tmax 50 --lr 0.1", #"  {"scheduler": {"type": "cosine"}}"#])
  func `what is copied stays whole`(line: String) {
    #expect(Wrapping(columns: 10).lines(line) == line)
  }

  @Test func `help fits the width that is asked for`() throws {
    var world = try TestWorld()
    for columns in [60, 80, 100] {
      world.environment["COLUMNS"] = "\(columns)"
      for words in [["help"], ["help", "explain"], ["help", "file"], ["help", "reports"], ["kinds", "onecycle"]] {
        let lines = world.run(words).output.split(separator: "\n")
        let long = lines.filter { $0.count > columns && !$0.contains("lrplot ") && !$0.contains("{") }
        #expect(long.isEmpty, "\(words) in \(columns) columns")
      }
    }
  }
}
