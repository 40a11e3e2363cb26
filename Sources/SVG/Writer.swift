package import Text

/// Writes elements as bytes, one a line and indented, so that a diff of two pictures can be read.
package struct Writer {
  private var bytes = Bytes()

  /// The document of a root element, ended by a line feed.
  package static func write(_ root: Element) -> Bytes {
    var writer = Writer()
    writer.bytes.reserveCapacity(1 << 13)
    writer.append(root, indent: 0)
    writer.newline(indent: 0)
    return writer.bytes
  }

  private mutating func append(_ element: Element, indent: Int) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(element.name)
    for (name, value) in element.attributes { append(name, value) }
    switch element.content {
    case .empty:
      bytes.append(literal: "/>")
      return
    case .text(let text):
      bytes.append(UInt8(ascii: ">"))
      Escape.append(text, in: .content, to: &bytes)
    case .children(let children):
      bytes.append(UInt8(ascii: ">"))
      append(children, indent: indent)
    }
    bytes.append(literal: "</")
    bytes.append(element.name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ children: [Element], indent: Int) {
    // A lone text, such as the title of a shape, reads better beside its element.
    if children.count == 1, case .text = children[0].content {
      append(children[0], indent: indent)
      return
    }
    for child in children {
      newline(indent: indent + 1)
      append(child, indent: indent + 1)
    }
    newline(indent: indent)
  }

  private mutating func append(_ name: String, _ value: Element.Value) {
    if case .absent = value { return }
    bytes.append(UInt8(ascii: " "))
    bytes.append(name)
    bytes.append(literal: "=\"")
    switch value {
    case .text(let text): Escape.append(text, in: .attribute, to: &bytes)
    case .number(let number): Decimal.append(number.isFinite ? number : 0, places: 2, to: &bytes)
    case .path(let path): bytes.append(contentsOf: path.bytes)
    case .absent: break
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func newline(indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
}
