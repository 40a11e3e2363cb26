import Testing
import Text

struct VisibleTests {
  @Test(arguments: [
    ("a\u{1B}[2J", "a␛[2J"), ("\u{0}\u{7F}", "␀␡"), ("\u{9B}\u{202E}\u{2028}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("tab\there", "tab\there"), ("学 é 👩", "学 é 👩"),
  ])
  func `What a terminal would obey is shown as a picture`(text: String, visible: String) {
    #expect(text.visible == visible)
  }
}
