import Testing
import Text

@Suite struct ExactTextTests {
  private static let composed = "\u{E9}"
  private static let decomposed = "e\u{301}"

  @Test func `texts are the same when their bytes are`() {
    #expect(Self.composed == Self.decomposed)
    #expect(!Self.composed.isSame(as: Self.decomposed))
    #expect(Set([Self.composed.exact, Self.decomposed.exact, Self.composed.exact]).count == 2)
    #expect(("a" as String?).isSame(as: "a") && !(nil as String?).isSame(as: "") && (nil as String?).isSame(as: nil))
  }

  @Test(arguments: ["\u{301}", "\u{200D}", "\u{600}", "\u{FE0F}"])
  func `what joins letters to others hides none of them`(mark: String) {
    let name = "a\(mark).json"
    #expect(name.ends(with: ".json") && "-\(mark)x".begins(with: "-"))
    #expect("'\(mark)".parts(between: "'") == ["", mark])
    #expect("x\(mark)'y".holds("'") && !"x".holds("xy") && "xxy".holds("xy") && "".holds(""))
    #expect(name.dropping(last: 5).isSame(as: "a\(mark)") && name.dropping(first: 1).isSame(as: "\(mark).json"))
  }

  @Test func `only ASCII letters have cases`() {
    #expect("SVG\u{212A}É".lowercasedASCII.isSame(as: "svg\u{212A}É"))
  }

  @Test func `a long text loses its middle`() {
    #expect("abc".abbreviated(to: 3) == "abc")
    #expect("0123456789".abbreviated(to: 8) == "01234…89")
    #expect(String(repeating: "é", count: 5000).abbreviated(to: 100).unicodeScalars.count == 100)
  }
}
