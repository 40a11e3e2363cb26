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
    let isSame: Bool?? = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { String.areFolded(left, $0) }
    }
    return (isSame ?? nil) ?? folded.isSame(as: other.folded)
  }

  private static func areFolded(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    var (first, second) = (0, 0)
    while true {
      while first < left.count, isSeparator(left[first]) { first += 1 }
      while second < right.count, isSeparator(right[second]) { second += 1 }
      guard first < left.count, second < right.count else { return first == left.count && second == right.count }
      let (a, b) = (left[first], right[second])
      guard a == b || a | 0x20 == b | 0x20 && a.isLetter else { return false }
      first += 1
      second += 1
    }
  }

  /// Whether a byte does not count in a name.
  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }
}
