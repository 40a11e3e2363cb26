import Testing

@testable import Charts

@Suite("Fitting")
struct FittingTests {
  @Test(
    "a text is shortened to the width and no further", arguments: ["backbone.layer1", "学習率の比較", "a b c d e f g", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"])
  func elided(_ text: String) {
    let full = TextWidth.of(text, size: 12)
    #expect(Fitting.elided(text, size: 12, width: full) == text)
    for width in stride(from: 0, to: full, by: 5) {
      let short = Fitting.elided(text, size: 12, width: width)
      #expect(TextWidth.of(short, size: 12) <= max(width, 0))
      #expect(short.isEmpty || short.hasSuffix("…"))
    }
  }

  @Test("words are kept whole, the last line is elided")
  func wrapped() {
    let width = TextWidth.of("one two", size: 10)
    #expect(Fitting.wrapped("one two three", size: 10, width: width, lines: 2, isBold: false) == ["one two", "three"])
    let lines = Fitting.wrapped("one\ttwo\n three four", size: 10, width: width, lines: 2, isBold: false)
    #expect(lines.first == "one two" && lines.count == 2 && lines.last?.hasSuffix("…") == true)
    #expect(Fitting.wrapped(" \n ", size: 10, width: width, lines: 2, isBold: false) == [])
  }

  @Test("a text of any length is dealt with at once")
  func long() {
    let text = String(repeating: "word ", count: 1_000_000)
    #expect(Fitting.wrapped(text, size: 10, width: 100, lines: 2, isBold: true).count == 2)
  }
}
