/// Numbers as text, the same in every locale.
package enum Decimal {
  /// Appends an integer.
  package static func append(_ value: Int, to bytes: inout Bytes) {
    LineBuffer.with(capacity: 0) { line in
      line.append(integer: value)
      line.flush(to: &bytes)
    }
  }

  /// Appends the shortest decimal that reads back to the same double, as `Double.description` writes it; −0 is `0.0`.
  package static func append(shortest value: Double, to bytes: inout Bytes) {
    LineBuffer.with(capacity: 0) { line in
      line.append(shortest: value)
      line.flush(to: &bytes)
    }
  }

  /// Reads a JSON number (RFC 8259 §6); `nil` when the bytes are not exactly one.
  ///
  /// `Double.init` alone is laxer: it takes `0x1p3`, `inf`, `01`, `.5` and `+1`. Beyond the largest double it gives ±∞.
  package static func read(_ bytes: Bytes.SubSequence) -> (value: Double, isInteger: Bool)? {
    var rest = bytes
    func digits() -> Bool {
      guard let first = rest.first, first.isDigit else { return false }
      rest = rest.drop(while: \.isDigit)
      return true
    }
    var isInteger = true
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0") { rest = rest.dropFirst() } else if !digits() { return nil }
    if rest.first == UInt8(ascii: ".") {
      isInteger = false
      rest = rest.dropFirst()
      guard digits() else { return nil }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() else { return nil }
    }
    guard rest.isEmpty, let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
    return (value, isInteger)
  }
}

extension Decimal {
  /// Reads a number as logs write them: a JSON number, or one with a leading `+`, zeros in front, or a bare point at
  /// either end.
  package static func readLoosely(_ text: String) -> Double? {
    var bytes = Bytes(text.utf8)
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard let last = bytes.last, last.isDigit || last == UInt8(ascii: "."), bytes.first != UInt8(ascii: "+"),
      bytes.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) })
    else { return nil }
    return Double(bytes.text)
  }
}
