/// One XML element: a name, attributes in the order they are written, and what it holds.
package struct Element: Sendable, Equatable {
  /// What an attribute says.
  package enum Value: Sendable, Equatable {
    case text(String)
    /// Written with at most two decimals; a number that is not finite is written as 0.
    case number(Double)
    case path(Path)
  }

  package struct Attribute: Sendable, Equatable {
    package var name: String
    package var value: Value
  }

  /// What stands between the tags; mixed content is not needed in a picture.
  package enum Content: Sendable, Equatable {
    case empty
    case text(String)
    case children([Element])
  }

  package var name: String
  package var attributes: [Attribute]
  package var content: Content

  /// An element with text, or an empty one.
  package init(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:], text: String? = nil) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    content = text.map { .text($0) } ?? .empty
  }

  /// An element with children.
  package init(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:], children: [Element]) {
    self.init(name, attributes)
    content = children.isEmpty ? .empty : .children(children)
  }

  /// The element with one attribute more, if there is a value for it.
  package func with(_ name: String, _ value: Value?) -> Element {
    guard let value else { return self }
    var copy = self
    copy.attributes.append(Attribute(name: name, value: value))
    return copy
  }

  /// The value of an attribute, if it has been given.
  package func attribute(_ name: String) -> Value? {
    attributes.first { $0.name == name }?.value
  }
}

extension Element.Value: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
