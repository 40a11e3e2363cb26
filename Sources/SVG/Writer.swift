package import Text

/// Writes elements as bytes, one a line and indented, so that a diff of two pictures can be read.
package struct Writer: ~Copyable {
  private var output = Output(capacity: 1 << 14)

  /// The document of a root element, ended by a line feed.
  package static func write(_ root: Element) -> Bytes {
    var writer = Writer()
    writer.append(root, indent: 0)
    writer.newline(indent: 0)
    return writer.output.bytes
  }

  private mutating func append(_ element: Element, indent: Int) {
    output.append(UInt8(ascii: "<"))
    element.appendName(to: &output)
    for (name, value) in element.attributes { append(name, value) }
    switch element.content {
    case .empty:
      output.append(literal: "/>")
      return
    case .text(let text):
      output.append(UInt8(ascii: ">"))
      Escape.append(text, in: .content, to: &output)
    case .children(let children):
      output.append(UInt8(ascii: ">"))
      append(children, indent: indent)
    case .tooltip(let text):
      output.append(literal: "><title>")
      Escape.append(text, in: .content, to: &output)
      output.append(literal: "</title>")
    }
    output.append(literal: "</")
    element.appendName(to: &output)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ children: [Element], indent: Int) {
    // A lone text, such as the title of a shape, reads better beside its element.
    if children.count == 1, case .text = children[0].content {
      append(children[0], indent: indent)
      return
    }
    // By index, so that no element is copied.
    for index in children.indices {
      newline(indent: indent + 1)
      append(children[index], indent: indent + 1)
    }
    newline(indent: indent)
  }

  private mutating func append(_ name: StaticString, _ value: Element.Value) {
    if case .absent = value { return }
    output.append(UInt8(ascii: " "))
    output.append(literal: name)
    output.append(literal: "=\"")
    switch value {
    case .text(let text): Escape.append(text, in: .attribute, to: &output)
    case .number(let number): output.append(number.isFinite ? number : 0)
    case .plain(let bytes): output.append(bytes)
    case .absent: break
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func newline(indent: Int) {
    output.append(UInt8(ascii: "\n"))
    output.append(UInt8(ascii: " "), times: indent)
  }
}
