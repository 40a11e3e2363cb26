import XML
import Testing
import Text

@Suite struct WriterCharactersTests {
  @Test
  func `pieces stand after one another, and only what may need it is escaped`() {
    let document = Writer.document { writer in
      writer.textElement("style") { writer in
        writer.characters(literal: "#a>b{")
        writer.characters("a>b")
        writer.number { $0.append(integer: -17) }
        writer.characters(literal: "}")
      }
    }
    #expect(document.text == "<style>#a>b{a&gt;b-17}</style>\n")
  }

  @Test
  func `a text in pieces is what it is as a whole`() {
    let text = "a < b\n& \"c\""
    let pieces = Writer.document { writer in
      writer.textElement("desc") { writer in
        for character in text { writer.characters(String(character)) }
      }
    }
    #expect(pieces == Writer.document { $0.element("desc", text: text) })
  }

  @Test(arguments: 0..<60)
  func `numbers are whole wherever the room comes to its end`(_ filled: Int) {
    // So many that the room grows several times, whatever it is at first; each piece begins a byte further on.
    let filler = String(repeating: "a", count: filled)
    let document = Writer.document { writer in
      writer.textElement("a") { writer in
        for _ in 0..<2000 {
          writer.characters(filler)
          writer.number { line in
            line.append(units: -1_234_567, places: 3)
            line.append(UInt8(ascii: "e"))
            line.append(integer: .min)
          }
        }
      }
    }
    let expected = String(repeating: "\(filler)-1234.567e\(Int.min)", count: 2000)
    #expect(document.text == "<a>\(expected)</a>\n")
  }
}
