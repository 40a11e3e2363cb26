extension String {
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
