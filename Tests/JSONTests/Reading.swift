import Diagnostics
import JSON

/// The value that a text is.
func read(_ text: String) throws(Diagnostic) -> Value {
  try Scanner.read(Source(name: "test", bytes: Array(text.utf8)))
}

func read(_ bytes: [UInt8]) throws(Diagnostic) -> Value {
  try Scanner.read(Source(name: "test", bytes: bytes))
}

extension Value {
  /// The value, canonically: no spaces, strings as Swift escapes them, integers without a point.
  var dump: String {
    switch content {
    case .null: "null"
    case .bool(let flag): flag.description
    case .number(let number): number.isInteger ? String(number.value.description.dropLast(2)) : number.value.description
    case .string(let text): text.debugDescription
    case .array(let elements): "[" + elements.map(\.dump).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { $0.key.debugDescription + ":" + $0.value.dump }.joined(separator: ",") + "}"
    }
  }
}
