import SVG
import Testing
import Text

@Suite("Writer")
struct WriterTests {
  @Test("one element a line, a lone text beside its element")
  func layout() {
    let root = Element(
      "svg", ["width": 720, "class": "a b"],
      children: [
        Element("rect", ["x": 0.5], children: [Element("title", text: "tip")]),
        Element("g", children: [Element("line"), Element("line", ["y1": -0.001])]),
        Element("g", children: []),
      ])
    #expect(
      Writer.write(root).text == """
        <svg width="720" class="a b">
         <rect x="0.5"><title>tip</title></rect>
         <g>
          <line/>
          <line y1="0"/>
         </g>
         <g/>
        </svg>

        """)
  }

  @Test("a tooltip is written as a lone title is, and escaped")
  func tooltip() {
    let tip = Element("rect", ["x": 1], tooltip: "a < b\n& \"c\"")
    let title = Element("rect", ["x": 1], children: [Element("title", text: "a < b\n& \"c\"")])
    #expect(Writer.write(tip) == Writer.write(title))
    #expect(Writer.write(tip).text.hasPrefix("<rect x=\"1\"><title>a &lt; b\n&amp; "))
  }

  @Test("a number that is not finite never reaches the file", arguments: [Double.nan, .infinity, -.infinity])
  func hostileNumbers(_ number: Double) {
    #expect(Writer.write(Element("a", ["x": .number(number)])).text == "<a x=\"0\"/>\n")
  }

  @Test("an attribute without a value is left out")
  func absent() {
    let element = Element("a", ["b": "c", "d": .absent, "e": .init(nil), "f": .init("g")])
    #expect(Writer.write(element).text == "<a b=\"c\" f=\"g\"/>\n")
    #expect(element.attribute("b") == .text("c") && element.attribute("x") == nil)
  }
}
