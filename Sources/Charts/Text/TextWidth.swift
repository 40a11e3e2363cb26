/// How wide text is likely to be, without a font to ask.
enum TextWidth {
  /// Advance widths of Helvetica (and Arial) for U+0020…U+007E, in thousandths of the size.
  private static let advances: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  //  !"#$%&'()*+,-./
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0…9:;<=>?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @A…O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P…Z[\]^_
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // `a…o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,  // p…z{|}~
  ]

  /// The width of a line at a font size, with a margin because the reader's font may be wider than Helvetica.
  ///
  /// The widest that `system-ui` commonly stands for is DejaVu Sans, by a seventh, and by a quarter when bold.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    Double(thousandths(of: text)) / 1000 * size * (isBold ? 1.28 : 1.15)
  }

  private static func thousandths(of text: String) -> Int {
    let ofASCII: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      var sum = 0
      for byte in bytes {
        guard byte >= 0x20, byte <= 0x7E else { return nil }
        sum += advances[Int(byte) - 0x20]
      }
      return sum
    }
    return (ofASCII ?? nil) ?? text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
  }

  private static func advance(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: advances[Int(scalar.value) - 0x20]
    // Also the sign that stands for a character XML cannot hold.
    case 0..<0x20, 0xFFFD...0xFFFF: 1000
    default:
      switch CellWidth.of(scalar) {
      case 0: 0
      case 1: 650
      default: 1000
      }
    }
  }
}
