import XML
import Testing
import Text

@Suite struct WriterTests {
  @Test
  func `one element a line, further in than what it stands in`() {
    let document = Writer.document { writer in
      writer.element("svg", ["width": 720, "class": "a b"]) { writer in
        writer.element("desc", text: "what it is")
        writer.elementUnlessEmpty("g", ["fill": "none"]) { writer in
          writer.element("line")
          writer.element("line", ["y1": -0.001])
        }
        writer.element("g") { _ in }
      }
    }
    #expect(
      document.text == """
        <svg width="720" class="a b">
         <desc>what it is</desc>
         <g fill="none">
          <line/>
          <line y1="0"/>
         </g>
         <g/>
        </svg>

        """)
  }

  @Test
  func `a group of nothing is not written, and what stands around it stays as it is`() {
    let document = Writer.document { writer in
      writer.element("svg") { writer in
        writer.elementUnlessEmpty("g", ["fill": "none"]) { writer in
          writer.elementUnlessEmpty("g", ["stroke": "red"]) { _ in }
        }
        writer.element("rect")
        writer.elementUnlessEmpty("g", ["fill": "none"]) { _ in }
      }
    }
    #expect(document.text == "<svg>\n <rect/>\n</svg>\n")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a number that is not finite never reaches the file`(_ number: Double) {
    #expect(Writer.document { $0.element("a", ["x": .number(number)]) }.text == "<a x=\"0\"/>\n")
  }

  @Test
  func `an attribute without a value is left out`() {
    let attributes: Writer.Attributes = ["b": "c", "d": .absent, "e": Attribute(nil), "f": Attribute("g")]
    #expect(Writer.document { $0.element("a", attributes) }.text == "<a b=\"c\" f=\"g\"/>\n")
  }

  @Test
  func `a document longer than the room it began with is whole`() {
    let long = String(repeating: "long ", count: 20_000)
    #expect(Writer.document { $0.element("a", text: long) }.text == "<a>\(long)</a>\n")
  }
}
