/// One XML element: a name, attributes in the order they are written, and what it holds.
package struct Element: Sendable {
  /// What an attribute says.
  package enum Value: Sendable, Equatable {
    case text(String)
    /// Written with at most two decimals; a number that is not finite is written as 0.
    case number(Double)
    case path(Path)
    /// The attribute is left out.
    case absent
  }

  /// What stands between the tags; mixed content is not needed in a picture.
  package enum Content: Sendable {
    case empty
    case text(String)
    case children([Element])
  }

  package let name: String
  // Kept as the literal that it was: a picture has hundreds, and copying them is a tenth of the time to draw it.
  package let attributes: KeyValuePairs<String, Value>
  package let content: Content

  /// An element with text, or an empty one.
  package init(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:], text: String? = nil) {
    self.name = name
    self.attributes = attributes
    content = text.map { .text($0) } ?? .empty
  }

  /// An element with children.
  package init(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:], children: [Element]) {
    self.name = name
    self.attributes = attributes
    content = children.isEmpty ? .empty : .children(children)
  }

  /// The value of an attribute, if it has been given.
  package func attribute(_ name: String) -> Value? {
    attributes.first { $0.key == name }?.value
  }
}

extension Element.Value {
  /// A text if there is one.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .absent }
}

extension Element.Value: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
