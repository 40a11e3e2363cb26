import Testing

@testable import Charts

@Suite struct FittingTests {
  @Test(arguments: ["backbone.layer1", "学習率の比較", "a b c d e f g", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"])
  func `a text is shortened to the width and no further`(_ text: String) {
    let full = TextWidth.of(text, size: 12)
    #expect(Fitting.elided(text, size: 12, width: full) == text)
    for width in stride(from: 0, to: full, by: 5) {
      let short = Fitting.elided(text, size: 12, width: width)
      #expect(TextWidth.of(short, size: 12) <= max(width, 0))
      #expect(short.isEmpty || short.hasSuffix("…"))
    }
  }

  @Test(arguments: ["configs/resnet/run-a", "学習率の比較", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦"])
  func `a name loses its middle, and no more than it must`(_ text: String) {
    let full = TextWidth.of(text, size: 12)
    #expect(Fitting.elidedInMiddle(text, size: 12, width: full) == text)
    for width in stride(from: 0, to: full, by: 5) {
      let short = Fitting.elidedInMiddle(text, size: 12, width: width)
      #expect(TextWidth.of(short, size: 12) <= max(width, 0))
      #expect(short.isEmpty || short.contains("…"))
    }
    let width = TextWidth.of("run-a…run-b", size: 12)
    #expect(Fitting.elidedInMiddle("run-a and run-b", size: 12, width: width).hasSuffix("n-b"))
    #expect(Fitting.elidedInMiddle(String(repeating: "x", count: 1_000_000), size: 12, width: 100).count < 30)
  }

  @Test
  func `marks that turn text round are not drawn, letters that are written from the right are`() {
    #expect(Fitting.oneLine("\u{202E}a\u{202C} \u{2067}b\u{2069}\u{200F}\u{200E}\u{61C}") == "a b")
    #expect(Fitting.oneLine("שלום  עולם") == "שלום עולם")
  }

  @Test
  func `words are kept whole, the last line is elided`() {
    let width = TextWidth.of("one two", size: 10)
    #expect(Fitting.wrapped("one two three", size: 10, width: width, lines: 2, isBold: false) == ["one two", "three"])
    let lines = Fitting.wrapped("one\ttwo\n three four", size: 10, width: width, lines: 2, isBold: false)
    #expect(lines.first == "one two" && lines.count == 2 && lines.last?.hasSuffix("…") == true)
    #expect(Fitting.wrapped(" \n ", size: 10, width: width, lines: 2, isBold: false) == [])
  }

  @Test
  func `a text of any length is dealt with at once`() {
    let text = String(repeating: "word ", count: 1_000_000)
    #expect(Fitting.wrapped(text, size: 10, width: 100, lines: 2, isBold: true).count == 2)
  }
}
