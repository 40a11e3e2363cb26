import Testing
import Text

@Suite struct VisibleTests {
  @Test(arguments: [
    ("a\u{1B}[2J", "a␛[2J"), ("\u{0}\u{7F}", "␀␡"), ("\u{9B}\u{202E}\u{2028}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("tab\there", "tab\there"), ("a\u{200B}\u{FEFF}\u{E0041}", "a\u{FFFD}\u{FFFD}\u{FFFD}"), ("学 é 👩", "学 é 👩"),
  ])
  func `what a terminal would obey is shown as a picture`(text: String, visible: String) {
    #expect(text.visible == visible)
  }

  @Test func `pieces keep their lines, and what is harmless is not touched`() {
    let pieces = Pieces(Bytes("a\u{1B}[m\n\tb\u{9B}\r\n".utf8)).visible
    #expect(pieces.whole.text == "a␛[m\n\tb\u{FFFD}␍\n")
    #expect(Pieces(Bytes("step,epoch\n0,0\n".utf8)).visible.whole.text == "step,epoch\n0,0\n")
  }
}
