import SVG

@testable import Charts

/// The room that a `<text>` takes, found in the finished tree without asking the layout.
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
    var (size, anchor, isBold) = (size, anchor, isBold)
    if case .number(let own) = element.attribute("font-size") { size = own }
    if case .text(let own) = element.attribute("text-anchor") { anchor = own }
    if element.attribute("font-weight") != nil { isBold = true }
    if element.name == "text", case .text(let text) = element.content, case .number(let x) = element.attribute("x"),
      case .number(let y) = element.attribute("y")
    {
      let width = TextWidth.of(text, size: size, isBold: isBold)
      let left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x
      return [TextBox(text: text, left: left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size)]
    }
    guard case .children(let children) = element.content else { return [] }
    return children.flatMap { all(in: $0, size: size, anchor: anchor, isBold: isBold) }
  }
}

extension Element {
  /// The element and all below it.
  var everything: [Element] {
    if case .tooltip(let text) = content { return [self, Element("title", text: text)] }
    guard case .children(let children) = content else { return [self] }
    return [self] + children.flatMap(\.everything)
  }

  func all(_ name: String) -> [Element] { everything.filter { $0.name == name } }

  /// The text of the only child.
  var lone: String? {
    if case .tooltip(let text) = content { return text }
    guard case .children(let children) = content, children.count == 1, case .text(let text) = children[0].content
    else { return nil }
    return text
  }
}
