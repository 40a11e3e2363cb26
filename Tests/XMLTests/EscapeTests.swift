import Foundation
import XML
import Testing
import Text

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct EscapeTests {
  static let hostile = [
    "</title><script>alert(1)</script>", "]]>", "a & b &amp; c", "\"quoted\" 'single'", "\u{0}\u{1}\u{8}\u{1F}",
    "line\nfeed\ttab\rreturn", "\u{FFFE}\u{FFFF}\u{FFFD}", "\u{202E}rtl\u{2066}", "\u{7F}\u{85}\u{9F}", "学習率 🚀 é",
    "<!-- -->", "<?pi?>", "&#0;", "\u{BE}\u{BF}\u{FBF}",
  ]

  @Test(arguments: [("<", "&lt;"), ("&", "&amp;"), ("\u{1}", "\u{FFFD}")])
  func `a character is escaped wherever it stands`(_ character: String, _ escaped: String) {
    for count in 0..<20 {
      for place in 0...count {
        let (head, tail) = (String(repeating: "a", count: place), String(repeating: "é", count: (count - place) / 2))
        let bytes = Writer.document { $0.element("a", text: head + character + tail) }
        #expect(bytes.text == "<a>\(head)\(escaped)\(tail)</a>\n")
      }
    }
  }

  @Test(arguments: hostile)
  func `content and attributes read back, with U+FFFD for what XML cannot hold`(_ text: String) throws {
    let bytes = Writer.document { $0.element("a", ["b": .text(text)], text: text) }
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(bytes.text)")
    let expected = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isIllegal =
            (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar))
            || scalar.value >= 0xFFFE
              && scalar.value <= 0xFFFF
          return isIllegal ? "\u{FFFD}" : scalar
        }))
    #expect(Array(reader.content.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Array((reader.attribute ?? "").unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test
  func `no markup of a text survives as markup`() {
    #expect(Writer.document { $0.element("t", text: "</t>]]>&") }.text == "<t>&lt;/t&gt;]]&gt;&amp;</t>\n")
  }

  @Test(arguments: Array("&<>\"\t\n\r\u{1}\u{1F}\u{FFFE}é~ "))
  func `every character is found wherever it stands among plain ones`(_ character: Character) {
    let alone = Writer.document { $0.element("t", text: String(character)) }.text.dropFirst(3).dropLast(5)
    for count in 0..<20 {
      for behind in [0, 3, 8, 13] {
        let (front, back) = (String(repeating: "a", count: count), String(repeating: "Z", count: behind))
        let written = Writer.document { $0.element("t", text: front + String(character) + back) }.text
        #expect(written == "<t>\(front)\(alone)\(back)</t>\n")
      }
    }
  }

  final class Reader: NSObject, XMLParserDelegate {
    var content = ""
    var attribute: String?

    func parser(
      _: XMLParser, didStartElement _: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      if let value = attributes["b"] { attribute = value }
    }

    func parser(_: XMLParser, foundCharacters characters: String) { content += characters }
  }
}
