/// Columns of text, lined up on the left.
enum TextTable {
  /// The rows, each with its line end; nothing stands after the last text of a row.
  static func lines(_ rows: [[String]], indentation: Int = 0) -> String {
    var widths: [Int] = []
    for row in rows {
      for (index, text) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], text.count)
      }
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indentation)
      for (index, text) in row.enumerated() {
        line += text
        let hasMore = row[(index + 1)...].contains { !$0.isEmpty }
        guard hasMore else { break }
        line += String(repeating: " ", count: widths[index] - text.count + 2)
      }
      return line + "\n"
    }.joined()
  }
}
