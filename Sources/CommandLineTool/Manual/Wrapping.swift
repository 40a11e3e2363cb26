/// Breaks a page of help into lines that fit.
///
/// Prose is broken between words. What follows the gap of two columns is kept in its column; where the first column
/// leaves it too little room, it begins on the next line. Command lines, JSON, and pictures stay whole, since a broken
/// one could not be copied.
struct Wrapping {
  let columns: Int
  /// The narrowest column in which words are still read with ease.
  private static let narrowest = 36

  func lines(_ page: String) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(Array($0)) }.joined(separator: "\n")
  }

  private func wrapped(_ line: [Character]) -> String {
    guard line.count > columns, !isWhole(line) else { return String(line) }
    guard var hang = gap(of: line) else { return broken(line[...], behind: [], hang: indentation(of: line)) }
    var head = line[..<hang]
    var text = ""
    if columns - hang < Wrapping.narrowest {
      while head.last == " " { head.removeLast() }
      text = String(head) + "\n"
      hang = 8
      head = ArraySlice(repeating: " ", count: hang)
    }
    return text + broken(line[(gap(of: line) ?? 0)...], behind: head, hang: hang)
  }

  private func isWhole(_ line: [Character]) -> Bool {
    let text = line.drop { $0 == " " }
    return text.count < line.count && ["lrplot", "{", "\"", "$"].contains { text.starts(with: Array($0)) }
      && !hasGap(text)
  }

  private func hasGap(_ text: ArraySlice<Character>) -> Bool { gap(of: Array("  " + text)) != nil }

  private func indentation(of line: [Character]) -> Int { line.prefix { $0 == " " }.count }

  /// Where the last column of a table's row begins; `nil` in a line of one.
  private func gap(of line: [Character]) -> Int? {
    let start = indentation(of: line)
    guard start > 0, let end = line.lastIndex(where: { $0 != " " }), start + 3 < end else { return nil }
    return (start + 3..<end).last { line[$0 - 1] == " " && line[$0 - 2] == " " && line[$0] != " " }
  }

  private func broken(_ text: ArraySlice<Character>, behind head: ArraySlice<Character>, hang: Int) -> String {
    let margin = String(repeating: " ", count: hang)
    var lines: [String] = []
    var line = head.isEmpty ? margin : String(head)
    var width = line.count
    for word in text.split(separator: " ") {
      if width > hang, width + 1 + word.count > columns {
        lines.append(line)
        (line, width) = (margin, hang)
      }
      if width > hang {
        line += " "
        width += 1
      }
      line += String(word)
      width += word.count
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

extension World {
  /// Prints a page of help as wide as `COLUMNS` says or the terminal is, else at most 100 columns.
  func print(page: String) throws(Failure) { try print(wrapped(page)) }

  func wrapped(_ page: String) -> String { readable(Wrapping(columns: givenColumns ?? 100).lines(page)) }
}
