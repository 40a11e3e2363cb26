import Text

/// A page of text in columns and lines, put together piece by piece.
struct Screen {
  private struct Cell {
    /// Empty for the second column of a wide sign.
    var text: String
    var ink: Ink
  }

  private let width: Int
  private var lines: [[Cell?]]

  init(width: Int, height: Int) {
    self.width = width
    lines = Array(repeating: Array(repeating: nil, count: width), count: height)
  }

  /// Writes a text into a line from a column on; what stands beyond the page is left out.
  mutating func write(_ text: String, line: Int, column: Int, ink: Ink = .plain) {
    guard lines.indices.contains(line) else { return }
    var column = column
    for character in text.visible {
      let taken = CellWidth.of(String(character))
      if taken == 0, column > 0, column <= width { lines[line][column - 1]?.text.append(character) }
      guard taken > 0 else { continue }
      guard column >= 0, column + taken <= width else { return }
      lines[line][column] = Cell(text: String(character), ink: ink)
      for rest in 1..<max(1, taken) { lines[line][column + rest] = Cell(text: "", ink: ink) }
      column += taken
    }
  }

  /// Whether nothing stands in some columns of a line, which must be on the page.
  func isFree(line: Int, columns: Range<Int>) -> Bool {
    guard lines.indices.contains(line), columns.lowerBound >= 0, columns.upperBound <= width else { return false }
    return lines[line][columns].allSatisfy { $0 == nil }
  }

  /// The page as bytes, without blanks at the ends of lines.
  func bytes(for terminal: Terminal) -> Bytes {
    var bytes = Bytes()
    for line in lines {
      var ink = Ink.plain
      let end = (line.lastIndex { $0 != nil } ?? -1) + 1
      for cell in line[..<end] {
        let next = cell?.ink ?? .plain
        if terminal.isColored, next != ink {
          if ink != .plain { bytes.append("\u{1B}[0m") }
          if let sequence = next.sequence { bytes.append("\u{1B}[\(sequence)m") }
          ink = next
        }
        let text = cell?.text ?? " "
        bytes.append(terminal.isUnicode ? text : ASCII.text(text))
      }
      if ink != .plain { bytes.append("\u{1B}[0m") }
      bytes.append(0x0A)
    }
    return bytes
  }
}

/// The signs of a preview where there is nothing but ASCII, each in one column.
private enum ASCII {
  static func text(_ text: String) -> String {
    // The second column of a wide sign.
    guard let scalar = text.unicodeScalars.first else { return "?" }
    return scalar.isASCII ? String(scalar) : signs[scalar] ?? "?"
  }

  private static let signs: [Unicode.Scalar: String] = [
    "│": "|", "┤": "+", "└": "+", "─": "-", "┬": "+", "┊": ":", "┈": "-", "…": "~", "·": "-", "−": "-", "–": "-",
    "—": "-", "×": "x", "‘": "'", "’": "'", "“": "\"", "”": "\"", "\u{A0}": " ",
  ]
}
