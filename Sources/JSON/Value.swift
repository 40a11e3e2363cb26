package import Diagnostics
import Text

/// A JSON value that knows where it stands.
package struct Value: Sendable {
  package indirect enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case array([Value])
    case object([Member])
  }

  package let content: Content
  /// From the first byte of the value to after its last; a string's includes its quotes.
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The members of an object; of anything else, none.
  package var members: [Member] { if case .object(let members) = content { members } else { [] } }

  /// The text of a string; `nil` of anything else.
  package var string: String? { if case .string(let text) = content { text } else { nil } }

  /// What it is, for a message: “a number”, “an object”.
  package var typeName: String {
    switch content {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A JSON number: the double, and whether it was written without fraction and exponent.
///
/// Python reads `10` as int and `10.0` as float, and torch refuses one or the other in places.
package struct Number: Sendable, Equatable {
  package let value: Double
  package let isInteger: Bool

  package init(_ value: Double, isInteger: Bool) {
    self.value = value
    self.isInteger = isInteger
  }
}

/// A key and its value.
package struct Member: Sendable {
  package let key: String
  package let keyRange: SourceRange
  package let value: Value

  package init(key: String, at keyRange: SourceRange, value: Value) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

extension Value {
  /// The value as if its text stood elsewhere.
  package func moved(by distance: Int) -> Value {
    let content: Content =
      switch self.content {
      case .array(let elements): .array(elements.map { $0.moved(by: distance) })
      case .object(let members):
        .object(
          members.map {
            Member(key: $0.key, at: $0.keyRange.moved(by: distance), value: $0.value.moved(by: distance))
          })
      default: self.content
      }
    return Value(content, at: range.moved(by: distance))
  }

  /// How many values stand around the innermost one, itself included.
  package var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }

  /// The members of an object, the elements of an array, or nothing.
  var children: [Value] {
    switch content {
    case .object(let members): members.map(\.value)
    case .array(let elements): elements
    default: []
    }
  }

  /// The keys that stand a second time in one object, anywhere below, in the order of the file.
  package var duplicateKeys: [Member] {
    var found: [Member] = []
    collectDuplicates(into: &found)
    return found
  }

  private func collectDuplicates(into found: inout [Member]) {
    if case .object(let members) = content {
      var seen: Set<ExactText> = []
      for index in members.indices {
        if Value.isRepeated(index, in: members, &seen) { found.append(members[index]) }
        members[index].value.collectDuplicates(into: &found)
      }
      return
    }
    for child in children { child.collectDuplicates(into: &found) }
  }

  private static func isRepeated(_ index: Int, in members: [Member], _ seen: inout Set<ExactText>) -> Bool {
    let key = members[index].key
    // The first use of a set takes as long as hundreds of comparisons.
    return members.count <= 16
      ? members[..<index].contains { $0.key.isSame(as: key) } : !seen.insert(key.exact).inserted
  }
}
