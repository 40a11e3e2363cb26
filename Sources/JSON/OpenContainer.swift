import Diagnostics

/// An array or an object that is not yet closed.
struct OpenContainer {
  let isObject: Bool
  let start: Int
  private var elements: [Value] = []
  private var members: [Member] = []
  /// The key of the member whose value comes next.
  var key = ""
  var keyRange = SourceRange(0, 0)

  init(isObject: Bool, start: Int) {
    self.isObject = isObject
    self.start = start
  }

  /// The bracket that ends it.
  var end: Unicode.Scalar { isObject ? "}" : "]" }

  mutating func append(_ value: Value) {
    if isObject {
      members.append(Member(key: key, at: keyRange, value: value))
    } else {
      elements.append(value)
    }
  }

  func closed(at end: Int) -> Value {
    Value(isObject ? .object(members) : .array(elements), at: SourceRange(start, end))
  }
}
