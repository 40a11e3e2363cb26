extension String {
  /// What stands after the last full stop of a name such as `torch.optim.SGD`; without one, the whole.
  package var behindLastDot: String {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// The name as it is compared: without case, `_` and `-`, so that `T_max`, `t-max` and `--tmax` are one.
  package var folded: String {
    var bytes = Bytes()
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return bytes.text
  }
}

extension String {
  /// Whether both are the same name, folded; makes no copies, for catalogues are long.
  package func isFolded(equalTo other: String) -> Bool {
    // Most names of a catalogue differ in their first letter.
    if let a = utf8.first, let b = other.utf8.first, a.isLetter, b.isLetter, a | 0x20 != b | 0x20 { return false }
    // A pasted name is right.
    if isSame(as: other) { return true }
    var (left, right) = (utf8.makeIterator(), other.utf8.makeIterator())
    while true {
      let (a, b) = (String.nextOfName(&left), String.nextOfName(&right))
      guard let a, let b else { return a == nil && b == nil }
      if a == b { continue }
      guard a | 0x20 == b | 0x20, a.isLetter else { return false }
    }
  }

  /// The next byte that counts in a name.
  private static func nextOfName(_ bytes: inout String.UTF8View.Iterator) -> UInt8? {
    while let byte = bytes.next() {
      if byte != UInt8(ascii: "_"), byte != UInt8(ascii: "-") { return byte }
    }
    return nil
  }
}
