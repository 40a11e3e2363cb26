package import Text

/// Writes elements as bytes, one a line and indented, so that a diff of two pictures can be read.
///
/// Nothing is kept of an element but its bytes: a tree of them would take longer to build and to let go than the picture
/// to write.
package struct Writer: ~Copyable {
  /// Attributes in the order they are written.
  package typealias Attributes = KeyValuePairs<StaticString, Attribute>

  var output = Output(capacity: 1 << 14)
  private var depth = 0

  /// The document that a closure writes, ended by a line feed.
  ///
  /// - Parameter scale: what all numbers of attributes are multiplied by.
  package static func document(scale: Double = 1, _ body: (inout Writer) -> Void) -> Bytes {
    var writer = Writer()
    writer.output.scale = scale
    body(&writer)
    writer.output.append(UInt8(ascii: "\n"))
    return writer.output.bytes
  }

  /// Writes an element that holds nothing.
  package mutating func element(_ name: StaticString, _ attributes: Attributes = [:]) {
    begin(name, attributes)
    output.append(literal: "/>")
  }

  /// Writes an element with text.
  package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    begin(name, attributes)
    output.append(UInt8(ascii: ">"))
    Escape.append(text, in: .content, to: &output)
    end(name)
  }

  /// Writes an element with a text that a closure writes piece by piece.
  package mutating func textElement(_ name: StaticString, _ body: (inout Writer) -> Void) {
    begin(name, [:])
    output.append(UInt8(ascii: ">"))
    body(&self)
    end(name)
  }

  /// Writes an element and what a closure writes in it.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout Writer) -> Void
  ) {
    if isFilled(name, attributes, body) { return }
    output.removeLast(1)
    output.append(literal: "/>")
  }

  /// Writes an element around what a closure writes, or nothing where it writes nothing.
  package mutating func elementUnlessEmpty(
    _ name: StaticString, _ attributes: Attributes, _ body: (inout Writer) -> Void
  ) {
    let start = output.count
    if !isFilled(name, attributes, body) { output.removeLast(output.count - start) }
  }

  /// Writes an element around what a closure writes; where that is nothing, only its first tag.
  private mutating func isFilled(
    _ name: StaticString, _ attributes: Attributes, _ body: (inout Writer) -> Void
  ) -> Bool {
    begin(name, attributes)
    output.append(UInt8(ascii: ">"))
    guard isWritten(by: body) else { return false }
    newline()
    end(name)
    return true
  }

  /// Writes an element that a closure puts together itself, tags and all: much faster where there are dozens.
  package mutating func rawElement(_ body: (inout Output) -> Void) {
    newline()
    body(&output)
  }

  /// Lets a closure write, one step further in, and says whether it did.
  private mutating func isWritten(by body: (inout Writer) -> Void) -> Bool {
    let start = output.count
    depth += 1
    body(&self)
    depth -= 1
    return output.count > start
  }
}

// MARK: Parts of elements

extension Writer {
  private mutating func begin(_ name: StaticString, _ attributes: Attributes) {
    newline()
    output.append(UInt8(ascii: "<"))
    output.append(literal: name)
    for (name, value) in attributes {
      if case .absent = value { continue }
      output.append(UInt8(ascii: " "))
      output.append(literal: name)
      output.append(literal: "=\"")
      switch value {
      case .text(let text): Escape.append(text, in: .attribute, to: &output)
      case .number(let number): output.append(number)
      case .plain(let bytes): output.append(bytes)
      case .absent: break
      }
      output.append(UInt8(ascii: "\""))
    }
  }

  private mutating func end(_ name: StaticString) {
    output.append(literal: "</")
    output.append(literal: name)
    output.append(UInt8(ascii: ">"))
  }

  /// Begins a line, but for the first one.
  mutating func newline() {
    guard output.count > 0 else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(UInt8(ascii: " "), times: depth)
  }
}
