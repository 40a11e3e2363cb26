import Text

/// Draws a diagnostic: `path:line:column: error[code]: message`, the line, carets and the hint.
package struct Excerpt {
  /// The widest part of a line that is shown, in scalars; a longer line is cut around the place.
  static let width = 120

  /// The longest message, in scalars; what it quotes may be a heading of megabytes.
  package static let longest = 2000

  let source: Source
  let isColored: Bool

  package init(of source: Source, isColored: Bool = false) {
    self.source = source
    self.isColored = isColored
  }

  /// The drawn diagnostic, several lines, each with its line end.
  package func draw(_ diagnostic: Diagnostic) -> String {
    draw(
      diagnostic.message.abbreviated(to: Excerpt.longest),
      called: "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", diagnostic.severity,
      at: diagnostic.range, hint: diagnostic.hint?.abbreviated(to: Excerpt.longest))
  }

  /// Draws something other than a diagnostic in the same way, under a label of its own.
  package func draw(
    _ message: String, called name: String, _ severity: Diagnostic.Severity, at range: SourceRange?, hint: String?
  ) -> String {
    if let range, case let owner = source.owner(of: range), owner.range != range {
      return Excerpt(of: owner.source, isColored: isColored)
        .draw(message, called: name, severity, at: owner.range, hint: hint)
    }
    let label = paint(name, severity)
    guard let range else {
      let hint = hint.map { "\n  \(Excerpt.visible($0))" } ?? ""
      return "\(Excerpt.visible(source.name)): \(label): \(Excerpt.visible(message))\(hint)\n"
    }
    let (line, column) = source.position(of: range.lower)
    let head = "\(Excerpt.visible(source.name)):\(line):\(column): \(label): \(Excerpt.visible(message))\n"
    return head + snippet(range, line: line, severity: severity, hint: hint)
  }

  private func snippet(_ range: SourceRange, line: Int, severity: Diagnostic.Severity, hint: String?) -> String {
    let bounds = source.line(around: range.lower)
    let scalars = Array(String(decoding: source.bytes[bounds], as: UTF8.self).unicodeScalars)
    let start = min(source.scalars(in: bounds.lowerBound..<max(bounds.lowerBound, range.lower)), scalars.count)
    let stop = min(max(range.lower, range.upper), bounds.upperBound)
    let length = max(1, source.scalars(in: range.lower..<max(range.lower, stop)))

    // A long line is cut so that the place stays in view.
    let first = start < Excerpt.width - 20 ? 0 : start - 40
    let last = min(scalars.count, first + Excerpt.width)
    var text = String(String.UnicodeScalarView(scalars[first..<last].map(\.visible)))
    if first > 0 { text = "…" + text }
    if last < scalars.count { text += "…" }
    // Under a tab the caret line has a tab too, so that it lines up whatever the terminal's tab stops.
    let lead = scalars[first..<start].map { $0 == "\t" ? "\t" : " " }.joined() + (first > 0 ? " " : "")
    let carets = paint(String(repeating: "^", count: min(length, max(1, last - start))), severity)

    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    let tail = hint.map { " " + Excerpt.visible($0) } ?? ""
    return " \(number) | \(text)\n \(margin) | \(lead)\(carets)\(tail)\n"
  }

  private func paint(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard isColored else { return text }
    return "\u{1B}[1;\(severity == .error ? 31 : 33)m\(text)\u{1B}[0m"
  }

  /// Text from outside, safe to be sent to a terminal.
  package static func visible(_ text: String) -> String { text.visible }
}
