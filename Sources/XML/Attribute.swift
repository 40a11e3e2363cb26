package import Text

/// What an attribute says.
package enum Attribute: Sendable, Equatable {
  case text(String)
  /// Written with at most two decimals; a number that is not finite is written as 0.
  case number(Double)
  /// What needs no escaping, as it is.
  case plain(Bytes)
  /// The attribute is left out.
  case absent

  /// A text if there is one.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .absent }
}

extension Attribute: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
