import Text

/// The lines of a text report, with what fails as a workflow command of GitHub Actions, which shows it at the file.
struct GitHubReport: Report {
  let text: TextReport
  let next: NextCommand

  func text(of verdict: Verdict) -> String {
    let isWarning: Bool
    if case .orphan(fails: false) = verdict.outcome { isWarning = true } else { isWarning = false }
    guard verdict.exit != .done || isWarning else { return text.text(of: verdict) }
    var properties = ["file=\(GitHubReport.property(verdict.path))"]
    if let place = verdict.place { properties += ["line=\(place.line)", "col=\(place.column)"] }
    properties.append("title=\(GitHubReport.property("lrplot check: \(verdict.word)"))")
    let lines = [verdict.explanation].compactMap { $0 } + verdict.rows + [next.command(for: verdict)].compactMap { $0 }
    let message = GitHubReport.data(lines.map(\.visible).joined(separator: "\n"))
    return "::\(isWarning ? "warning" : "error") \(properties.joined(separator: ","))::\(message)\n"
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes { text.ending(tally, next) }

  /// A message as the runner reads it back.
  static func data(_ text: String) -> String {
    escaped(text) { byte in byte == UInt8(ascii: "%") || byte == 0x0D || byte == 0x0A }
  }

  /// A property, which colons and commas would end.
  static func property(_ text: String) -> String {
    escaped(text) { byte in [0x25, 0x0D, 0x0A, UInt8(ascii: ":"), UInt8(ascii: ",")].contains(byte) }
  }

  private static func escaped(_ text: String, _ isSpecial: (UInt8) -> Bool) -> String {
    let digits = Bytes("0123456789ABCDEF".utf8)
    var bytes = Bytes()
    for byte in text.utf8 {
      if isSpecial(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return bytes.text
  }
}
