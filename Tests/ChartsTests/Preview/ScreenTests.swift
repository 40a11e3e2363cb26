import Testing
import Text

@testable import Charts

@Suite struct ScreenTests {
  private func text(_ screen: Screen, isUnicode: Bool = true, isColored: Bool = false) -> String {
    screen.bytes(for: Terminal(columns: 80, isUnicode: isUnicode, isColored: isColored)).text
  }

  @Test
  func `texts stand where they are written, and blanks at the end are not`() {
    var screen = Screen(width: 6, height: 2)
    screen.write("ab", line: 1, column: 2)
    screen.write("longer", line: 0, column: 3)
    screen.write("nowhere", line: 2, column: 0)
    screen.write("x", line: 0, column: -1)
    #expect(text(screen) == "   lon\n  ab\n")
    #expect(screen.isFree(line: 1, columns: 0..<2))
    #expect(!screen.isFree(line: 1, columns: 0..<3))
    #expect(!screen.isFree(line: 1, columns: 4..<7))
    #expect(!screen.isFree(line: -1, columns: 0..<1))
  }

  @Test
  func `wide signs take two columns, and none is cut in half`() {
    var screen = Screen(width: 5, height: 1)
    screen.write("学習率", line: 0, column: 0)
    #expect(text(screen) == "学習\n")
    #expect(text(screen, isUnicode: false) == "????\n")
    var marks = Screen(width: 5, height: 1)
    marks.write("e\u{301}\u{200D}x", line: 0, column: 0)
    #expect(text(marks) == "e\u{301}\u{200D}x\n")
  }

  @Test
  func `control characters are shown, not sent`() {
    var screen = Screen(width: 20, height: 1)
    screen.write("a\u{1B}[31m\u{7}\u{9B}", line: 0, column: 0)
    #expect(text(screen) == "a␛[31m␇\u{FFFD}\n")
  }

  @Test
  func `a colour is asked for once, and ended`() {
    var screen = Screen(width: 8, height: 2)
    screen.write("ab", line: 0, column: 0, ink: .series(1))
    screen.write("c", line: 0, column: 2, ink: .quiet)
    screen.write("d", line: 0, column: 4)
    screen.write("e", line: 1, column: 1, ink: .strong)
    #expect(
      text(screen, isColored: true)
        == "\u{1B}[38;5;166mab\u{1B}[0m\u{1B}[2mc\u{1B}[0m d\n \u{1B}[1me\u{1B}[0m\n")
    #expect(text(screen) == "abc d\n e\n")
  }

  @Test
  func `the signs of axes have a sign in ASCII each`() {
    var screen = Screen(width: 12, height: 1)
    screen.write("│┤└─┬┊┈…−×é", line: 0, column: 0)
    #expect(text(screen, isUnicode: false) == "|++-+:-~-x?\n")
  }
}
