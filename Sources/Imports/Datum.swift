package import Diagnostics
package import JSON

/// A value of a configuration, in whatever syntax it was written.
///
/// As JSON's `Value`, and one thing more: what cannot be read without running code is *opaque*, which does no
/// harm until it is needed.
package struct Datum: Sendable {
  package indirect enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Number)
    case text(String)
    case list([Datum])
    case table([Entry])
    /// What stands there instead of a value, for a message: “a tag”, “a call of build_lr”.
    case opaque(String)
  }

  package let content: Content
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// What it is, for a message.
  package var typeName: String {
    switch content {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .text(let text): text.utf8.count <= 40 ? "“\(text)”" : "a text"
    case .list: "a list"
    case .table: "a table"
    case .opaque(let what): what
    }
  }
}

/// A key of a table and its value.
package struct Entry: Sendable {
  package let key: String
  package let keyRange: SourceRange
  package let value: Datum

  package init(_ key: String, at keyRange: SourceRange, _ value: Datum) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }

  /// From the key to the end of the value.
  var range: SourceRange { SourceRange(keyRange.lower, max(keyRange.upper, value.range.upper)) }
}

extension Datum {
  /// Levels of nesting that are read; configurations have a dozen.
  static let maximumDepth = 64
  /// Keys of one table that are read, where keys are looked up while reading; configurations have hundreds.
  static let mostKeys = 10_000

  /// The same value as if its text stood elsewhere.
  func moved(by distance: Int) -> Datum {
    let content: Content =
      switch self.content {
      case .list(let elements): .list(elements.map { $0.moved(by: distance) })
      case .table(let entries):
        .table(entries.map { Entry($0.key, at: $0.keyRange.moved(by: distance), $0.value.moved(by: distance)) })
      default: self.content
      }
    return Datum(content, at: range.moved(by: distance))
  }

  /// A JSON value as a datum.
  init(_ value: Value) {
    let content: Content =
      switch value.content {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .number(let number): .number(number)
      case .string(let text): .text(text)
      case .array(let elements): .list(elements.map { Datum($0) })
      case .object(let members): .table(members.map { Entry($0.key, at: $0.keyRange, Datum($0.value)) })
      }
    self.init(content, at: value.range)
  }

  /// The datum as a JSON value, at the same place; throws where something in it could not be read.
  func value() throws(Diagnostic) -> Value {
    let content: Value.Content
    switch self.content {
    case .null: content = .null
    case .bool(let flag): content = .bool(flag)
    case .number(let number): content = .number(number)
    case .text(let text): content = .string(text)
    case .list(let elements):
      var values: [Value] = []
      for element in elements { values.append(try element.value()) }
      content = .array(values)
    case .table(let entries):
      var members: [Member] = []
      for entry in entries {
        members.append(Member(key: entry.key, at: entry.keyRange, value: try entry.value.value()))
      }
      content = .object(members)
    case .opaque(let what):
      throw Diagnostic(.import, "a value is needed here, and there is \(what)", at: range)
    }
    return Value(content, at: range)
  }

  /// The datum as a JSON value, a number where trainers see one.
  func numericValue() throws(Diagnostic) -> Value {
    if let number = readNumber { return Value(.number(number), at: range) }
    return try value()
  }

  /// The number that trainers see in a text: YAML reads `2e-5` as text, and people quote numbers.
  var readNumber: Number? {
    switch content {
    case .number(let number): number
    case .text(let text): YAMLScalar.number(text)
    default: nil
    }
  }
}
