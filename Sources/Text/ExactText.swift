/// A text that is what its bytes are, as names, paths and headings have to be.
///
/// `String` itself calls texts equal that are written differently (`é` in one scalar or in two) and looks for whole
/// grapheme clusters, so that `'` followed by a combining mark is no `'`.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: ExactText, right: ExactText) -> Bool { left.text.isSame(as: right.text) }

  package func hash(into hasher: inout Hasher) {
    // The text is copied only when it is not stored as UTF-8 already.
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String? {
  /// Whether both are there and the same bytes, or neither is there.
  package func isSame(as other: String?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.isSame(as: other)
  }
}

extension String {
  /// Whether both are the same bytes.
  package func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The text as a key of sets and dictionaries.
  package var exact: ExactText { ExactText(self) }

  /// Whether the first bytes are those of another text.
  package func begins(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the last bytes are those of another text.
  package func ends(with other: String) -> Bool {
    utf8.count >= other.utf8.count && utf8.reversed().starts(with: other.utf8.reversed())
  }

  /// Whether some bytes in it are those of another text.
  package func holds(_ other: String) -> Bool {
    let (bytes, wanted) = (Bytes(utf8), Bytes(other.utf8))
    guard let first = wanted.first else { return true }
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// The text without its first bytes, which must end where a scalar does.
  package func dropping(first count: Int) -> String { String(decoding: utf8.dropFirst(count), as: UTF8.self) }

  /// The text without its last bytes, which must begin where a scalar does.
  package func dropping(last count: Int) -> String { String(decoding: utf8.dropLast(count), as: UTF8.self) }

  /// The parts between the occurrences of an ASCII character, empty ones too.
  package func parts(between separator: Unicode.Scalar) -> [String] {
    utf8.split(separator: UInt8(separator), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The text with ASCII letters in lower case, and everything else as it is.
  package var lowercasedASCII: String {
    Bytes(utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }).text
  }

  /// The text with its middle left out where it has more than `most` scalars.
  package func abbreviated(to most: Int) -> String {
    // A scalar has at least one byte.
    guard utf8.count > most, unicodeScalars.count > most else { return self }
    let tail = most / 4
    let scalars = unicodeScalars
    return String(scalars.prefix(most - tail - 1)) + "…" + String(scalars.suffix(tail))
  }
}
