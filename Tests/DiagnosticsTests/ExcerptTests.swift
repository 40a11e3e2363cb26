import Diagnostics
import Testing

/// The whole drawn text, always.
@Suite struct ExcerptTests {
  private func drawn(
    _ text: String, _ lower: Int, _ upper: Int, hint: String? = nil, name: String = "a.json", message: String = "no",
    severity: Diagnostic.Severity = .error, isColored: Bool = false
  ) -> String {
    let source = Source(name: name, bytes: Array(text.utf8))
    let place = SourceRange(lower, upper)
    return Excerpt(of: source, isColored: isColored)
      .draw(Diagnostic(.param, message, at: place, hint: hint, severity: severity))
  }

  @Test func `the drawing of the contract`() {
    let text = """
      { "epochs": 90,
        "scheduler": { "type": "SequentialLR", "milestones": [5], "schedulers": [
          { "type": "LinearLR" },
          { "type": "CosineAnnealingLR", "T_maxx": 85 } ] }
      """
    let start = text.utf8.count - #""T_maxx": 85 } ] }"#.utf8.count
    #expect(
      drawn(
        text, start, start + 8, hint: "did you mean “T_max”?", name: "schedules/warmup.json",
        message: "CosineAnnealingLR has no parameter “T_maxx”") == """
          schedules/warmup.json:4:36: error[param]: CosineAnnealingLR has no parameter “T_maxx”
           4 |     { "type": "CosineAnnealingLR", "T_maxx": 85 } ] }
             |                                    ^^^^^^^^ did you mean “T_max”?

          """)
  }

  @Test func `without a place there is no excerpt`() {
    let source = Source(name: "a.json", bytes: [])
    #expect(Excerpt(of: source).draw(Diagnostic(.io, "no such file")) == "a.json: error[io]: no such file\n")
    #expect(
      Excerpt(of: source).draw(Diagnostic(.io, "no such file", hint: "look again"))
        == "a.json: error[io]: no such file\n  look again\n")
  }

  @Test func `columns count scalars`() {
    #expect(
      drawn("{\"é→😀\": 1}", 14, 15) == """
        a.json:1:9: error[param]: no
         1 | {"é→😀": 1}
           |         ^

        """)
  }

  @Test func `under a tab stands a tab`() {
    #expect(drawn("\t\tx\ty", 4, 5) == "a.json:1:5: error[param]: no\n 1 | \t\tx\ty\n   | \t\t \t^\n")
  }

  @Test func `draws the first of several lines`() {
    #expect(
      drawn("ab\ncd {\n}\n", 6, 9, hint: "h") == """
        a.json:2:4: error[param]: no
         2 | cd {
           |    ^ h

        """)
    #expect(drawn("ab\r\ncd", 1, 6) == "a.json:1:2: error[param]: no\n 1 | ab\n   |  ^\n")
  }

  @Test(arguments: [
    ("", 0, 0, "1:1", "", "^"), ("ab", 2, 2, "1:3", "ab", "  ^"), ("ab\n", 2, 3, "1:3", "ab", "  ^"),
    ("ab\n", 3, 3, "2:1", "", "^"), ("ab", 50, 60, "1:3", "ab", "  ^"), ("ab", 1, 60, "1:2", "ab", " ^"),
    ("ab\r\n", 2, 4, "1:3", "ab", "  ^"), ("ab\r\n", 3, 4, "1:4", "ab", "  ^"), ("ab", -4, 1, "1:1", "ab", "^"),
  ])
  func `every place can be drawn`(
    text: String, lower: Int, upper: Int, position: String, line: String, carets: String
  ) {
    let number = position.prefix(1)
    #expect(
      drawn(text, lower, upper)
        == "a.json:\(position): error[param]: no\n \(number) | \(line)\n   | \(carets)\n")
  }

  @Test func `a long line is cut around the place`() {
    let long = String(repeating: "a", count: 500)
    #expect(
      drawn(long, 0, 1) == "a.json:1:1: error[param]: no\n 1 | \(long.prefix(120))…\n   | ^\n")
    #expect(
      drawn(long, 300, 303)
        == "a.json:1:301: error[param]: no\n 1 | …\(long.prefix(120))…\n   | \(String(repeating: " ", count: 41))^^^\n"
    )
    #expect(
      drawn(long, 499, 500)
        == "a.json:1:500: error[param]: no\n 1 | …\(long.prefix(41))\n   | \(String(repeating: " ", count: 41))^\n"
    )
    // Carets end where the shown part ends.
    #expect(
      drawn(long, 90, 490)
        == "a.json:1:91: error[param]: no\n 1 | \(long.prefix(120))…\n   | \(String(repeating: " ", count: 90))"
        + "\(String(repeating: "^", count: 30))\n")
  }

  @Test func `a high line number has room`() {
    let text = String(repeating: "\n", count: 123_455) + "x"
    #expect(
      drawn(text, 123_455, 123_456) == "a.json:123456:1: error[param]: no\n 123456 | x\n        | ^\n")
  }

  @Test func `control characters become visible, and nothing reaches the terminal`() {
    #expect(
      drawn(
        "\u{1B}[31m\0\u{7F}\u{9B}\u{202E}x\u{200F}", 0, 1, hint: "h\u{7}\n", name: "\u{1B}a\n", message: "m\r\u{2028}")
        == "␛a␊:1:1: error[param]: m␍\u{FFFD}\n 1 | ␛[31m␀␡\u{FFFD}\u{FFFD}x\u{FFFD}\n   | ^ h␇␊\n")
    #expect(Excerpt.visible("a\tb é😀\u{0C}") == "a\tb é😀␌")
  }

  @Test func `bytes that are no UTF-8 are drawn as replacement characters`() {
    let source = Source(name: "a", bytes: [0x22, 0x61, 0xFF, 0xFE, 0x22])
    #expect(
      Excerpt(of: source).draw(Diagnostic(.json, "no", at: SourceRange(2, 3)))
        == "a:1:3: error[json]: no\n 1 | \"a\u{FFFD}\u{FFFD}\"\n   |   ^\n")
  }

  @Test func `errors are red and warnings yellow, the rest as it is`() {
    #expect(
      drawn("x", 0, 1, hint: "h", isColored: true)
        == "a.json:1:1: \u{1B}[1;31merror[param]\u{1B}[0m: no\n 1 | x\n   | \u{1B}[1;31m^\u{1B}[0m h\n")
    #expect(
      drawn("x", 0, 1, severity: .warning, isColored: true)
        == "a.json:1:1: \u{1B}[1;33mwarning[param]\u{1B}[0m: no\n 1 | x\n   | \u{1B}[1;33m^\u{1B}[0m\n")
    #expect(drawn("x", 0, 1, severity: .warning).hasPrefix("a.json:1:1: warning[param]: no\n"))
  }
}
