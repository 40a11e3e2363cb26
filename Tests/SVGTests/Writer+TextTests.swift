import SVG
import Testing
import Text

@Suite("Text of elements")
struct WriterTextTests {
  @Test("pieces stand behind one another, and only what may need it is escaped")
  func pieces() {
    let document = Writer.document { writer in
      writer.textElement("style") { writer in
        writer.text(literal: "#a>b{")
        writer.text("a>b")
        writer.text { $0.append(integer: -17) }
        writer.text(literal: "}")
      }
    }
    #expect(document.text == "<style>#a>b{a&gt;b-17}</style>\n")
  }

  @Test("a text in pieces is what it is as a whole")
  func whole() {
    let text = "a < b\n& \"c\""
    let pieces = Writer.document { writer in
      writer.textElement("desc") { writer in
        for character in text { writer.text(String(character)) }
      }
    }
    #expect(pieces == Writer.document { $0.element("desc", text: text) })
  }

  @Test("a number is whole wherever the room comes to its end")
  func growth() {
    for filled in (1 << 14) - 200..<(1 << 14) + 10 {
      let text = String(repeating: "a", count: filled)
      let document = Writer.document { writer in
        writer.textElement("a") { writer in
          writer.text(text)
          writer.text { line in
            line.append(units: -1_234_567, places: 3)
            line.append(UInt8(ascii: "e"))
            line.append(integer: .min)
          }
        }
      }
      #expect(document.text == "<a>\(text)-1234.567e\(Int.min)</a>\n")
    }
  }
}
