import Charts
import Text

extension World {
  /// What standard output shows: as wide as `COLUMNS` says or the terminal is, else 80 columns.
  var terminal: Terminal {
    let size = outputIsTerminal ? outputSize() : nil
    return Terminal(
      columns: count("COLUMNS") ?? size?.columns ?? Terminal.file.columns,
      lines: outputIsTerminal ? count("LINES") ?? size?.lines : nil, isUnicode: isUnicode,
      isColored: colorsOutput)
  }

  /// The page for a preview in a file: the same wherever it is made.
  var page: Terminal {
    var page = Terminal.file
    page.isUnicode = !request.drawsASCII
    return page
  }

  /// How wide standard output is, where that is known.
  var givenColumns: Int? { count("COLUMNS") ?? (outputIsTerminal ? outputSize()?.columns : nil) }

  private func count(_ name: String) -> Int? {
    environment(name).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether text may hold more than ASCII: the first of these variables that is set names the encoding.
  ///
  /// Where none is set, as in many containers, the terminal outside is a modern one.
  private var isUnicode: Bool {
    if request.drawsASCII { return false }
    guard environment("TERM") != "dumb" else { return false }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(environment).first { !$0.isEmpty }
    guard let name = locale?.folded else { return true }
    return name.holds("utf8")
  }
}
