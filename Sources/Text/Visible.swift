extension String {
  /// The text with control characters shown as pictures, never sent to the terminal; tabs stay.
  package var visible: String { String(String.UnicodeScalarView(unicodeScalars.map(\.visible))) }
}

extension Unicode.Scalar {
  /// The sign itself, or a picture of one that a terminal would obey.
  package var visible: Unicode.Scalar {
    switch value {
    case 0x09: self
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "?"
    case 0x7F: "\u{2421}"
    // C1 controls, line separators, and the marks that reorder text.
    case 0x80..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    // What takes no room or cannot be seen: two names could look the same.
    case 0x00AD, 0x034F, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      "\u{FFFD}"
    default: self
    }
  }

  /// Whether a scalar is invisible, though some scripts need it: joiners and selectors.
  package var isHidden: Bool { properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format }
}

extension Pieces {
  /// The text with control characters shown as pictures; lines and tabs stay.
  package var visible: Pieces {
    let pieces = self
    return Pieces {
      let iterator = pieces.makeIterator()
      return Iterator { iterator.next().map(\.visible) }
    }
  }
}

extension Bytes {
  /// A text of lines, each as `String.visible`.
  fileprivate var visible: Bytes {
    guard contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return self }
    let scalars = text.unicodeScalars.map { $0 == "\n" ? $0 : $0.visible }
    return Bytes(String(String.UnicodeScalarView(scalars)).utf8)
  }
}
