package import Text

/// One XML element: a name, attributes in the order they are written, and what it holds.
package struct Element: Sendable {
  /// What an attribute says.
  package enum Value: Sendable, Equatable {
    case text(String)
    /// Written with at most two decimals; a number that is not finite is written as 0.
    case number(Double)
    /// What needs no escaping, as it is.
    case plain(Bytes)
    /// The attribute is left out.
    case absent
  }

  /// What stands between the tags; mixed content is not needed in a picture.
  package enum Content: Sendable {
    case empty
    case text(String)
    case children([Element])
    /// A text that readers show beside the pointer: a `title` and nothing else.
    case tooltip(String)
  }

  /// Attributes in the order they are written.
  package typealias Attributes = KeyValuePairs<StaticString, Value>

  // Names stand in the program, and attributes are kept as the literal that they were: a picture has hundreds, and
  // copying them is a tenth of the time to draw it.
  private let staticName: StaticString
  package let attributes: Attributes
  package let content: Content

  /// An element with text, or an empty one.
  package init(_ name: StaticString, _ attributes: Attributes = [:], text: String? = nil) {
    staticName = name
    self.attributes = attributes
    content = text.map { .text($0) } ?? .empty
  }

  /// An element with children.
  package init(_ name: StaticString, _ attributes: Attributes = [:], children: [Element]) {
    staticName = name
    self.attributes = attributes
    content = children.isEmpty ? .empty : .children(children)
  }

  /// A shape that tells something when it is pointed at.
  package init(_ name: StaticString, _ attributes: Attributes = [:], tooltip: String) {
    staticName = name
    self.attributes = attributes
    content = .tooltip(tooltip)
  }

  package var name: String { staticName.description }

  /// The value of an attribute, if it has been given.
  package func attribute(_ name: String) -> Value? {
    attributes.first { $0.key.description == name }?.value
  }

  /// Appends the element's own name.
  func appendName(to output: inout Output) { output.append(literal: staticName) }
}

extension Element.Value {
  /// A text if there is one.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .absent }

  /// What a path draws.
  package static func path(_ path: Path) -> Element.Value { .plain(path.bytes) }
}

extension Element.Value: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
