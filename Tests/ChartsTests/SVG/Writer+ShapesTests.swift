import Testing
import Text
import XML

@testable import Charts

@Suite struct ShapesTests {
  @Test
  func `each is what the same element with a list of attributes is`() {
    let shapes = Writer.document { writer in
      writer.element("svg") { writer in
        writer.line(from: (1, 2.5), to: (-3, 1e6))
        writer.text("a < b", x: 0.125, y: .nan)
      }
    }
    let elements = Writer.document { writer in
      writer.element("svg") { writer in
        writer.element("line", ["x1": 1, "x2": -3, "y1": 2.5, "y2": 1e6])
        writer.element("text", ["x": 0.125, "y": .number(.nan)], text: "a < b")
      }
    }
    #expect(shapes == elements)
  }

  @Test
  func `a tooltip stands in its rectangle, escaped`() {
    let document = Writer.document { writer in
      writer.rectangle(x: 1, y: 2, width: 3.456, height: .infinity) { $0.characters("a < b\n& \"c\"") }
    }
    #expect(
      document.text == """
        <rect x="1" y="2" width="3.46" height="0"><title>a &lt; b
        &amp; "c"</title></rect>

        """)
  }
}
