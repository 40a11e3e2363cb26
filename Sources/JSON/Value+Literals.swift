import Diagnostics

// Values written in code stand nowhere in a file; their place is the beginning of it.

extension Value {
  package init(_ content: Content) { self.init(content, at: SourceRange(0, 0)) }

  package static func object(_ members: [(key: String, value: Value)]) -> Value {
    Value(.object(members.map { Member(key: $0.key, at: SourceRange(0, 0), value: $0.value) }))
  }

  package static func strings(_ texts: [String]) -> Value { Value(.array(texts.map { Value(.string($0)) })) }

  /// A text, or null where there is none.
  package static func text(_ text: String?) -> Value { Value(text.map { .string($0) } ?? .null) }

  /// A count, written without a point.
  package static func integer(_ count: Int) -> Value { Value(.number(Number(Double(count), isInteger: true))) }

  /// What was computed, written with a point as rates are elsewhere; null for what is not a number.
  package static func decimal(_ value: Double) -> Value {
    value.isNaN ? Value(.null) : Value(.number(Number(value, isInteger: false)))
  }

  package static func number(_ value: Double) -> Value {
    Value(.number(Number(value, isInteger: Int(exactly: value) != nil)))
  }
}

extension Value: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(.string(text)) }
}

extension Value: ExpressibleByBooleanLiteral {
  package init(booleanLiteral bool: Bool) { self.init(.bool(bool)) }
}

extension Value: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(.number(Number(Double(value), isInteger: true))) }
}

extension Value: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Value...) { self.init(.array(elements)) }
}

extension Value: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, Value)...) {
    self = .object(members.map { (key: $0.0, value: $0.1) })
  }
}
