@testable import Charts

/// The room that a `<text>` takes, found in the finished picture without asking the layout.
struct TextBox {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  func overlaps(_ other: TextBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  static func all(in element: Element, size: Double = 0, anchor: String = "start", isBold: Bool = false) -> [TextBox] {
    let size = element.number("font-size") ?? size
    let anchor = element.attributes["text-anchor"] ?? anchor
    let isBold = isBold || element.attributes["font-weight"] != nil
    if element.name == "text", let x = element.number("x"), let y = element.number("y") {
      let width = TextWidth.of(element.text, size: size, isBold: isBold)
      let left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x
      return [
        TextBox(text: element.text, left: left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size)
      ]
    }
    return element.children.flatMap { all(in: $0, size: size, anchor: anchor, isBold: isBold) }
  }
}
