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

  /// Reads a number as people type them: as `readLoosely`, with underscores between digits, or with a thousand, million
  /// or billion after it (`300k`, `1.2M`, `4B`).
  package static func readTyped(_ text: String) -> Double? {
    if let number = readLoosely(text) { return number }
    var bytes = Bytes(text.utf8)
    var exponent = ""
    switch bytes.last {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): exponent = "e3"
    case UInt8(ascii: "M"): exponent = "e6"
    case UInt8(ascii: "B"), UInt8(ascii: "G"): exponent = "e9"
    default: break
    }
    if !exponent.isEmpty {
      bytes.removeLast()
      if bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) { return nil }
    }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
      guard index > 0, index + 1 < bytes.count, bytes[index - 1].isDigit, bytes[index + 1].isDigit else { return nil }
    }
    bytes.removeAll { $0 == UInt8(ascii: "_") }
    return readLoosely(bytes.text + exponent)
  }
}
