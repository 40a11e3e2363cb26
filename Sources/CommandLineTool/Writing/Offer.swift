import Text

/// The formats that a command can write.
struct Offer: Sendable {
  let formats: [Format]
  /// What is written when nothing is said.
  let standard: Format
  /// Whether a terminal is shown a preview in its place.
  var hasPreview = false
  /// What writes, if it is not the command.
  var writer: String?

  static let pictures = Offer(formats: Format.allCases, standard: .svg, hasPreview: true)

  /// Refuses formats that a command does not write.
  func check(
    _ wanted: [Format], askedBy argument: CommandLine.Argument, of line: ParsedLine
  ) throws(Failure) {
    guard let other = wanted.first(where: { !formats.contains($0) }) else { return }
    throw line.line.failure(
      "\(writer ?? line.command?.text ?? "lrplot") writes no \(other.rawValue)", at: argument.range,
      hint: words)
  }

  /// Writes one result where a line wants it, as a file of this name where that is a folder.
  func write(
    _ name: String, askedBy line: ParsedLine, in world: World, _ make: (Format) -> Pieces
  ) throws(Failure) -> Exit {
    let results = try Results(line, offering: self, in: world)
    try results.finish(results.write(relative: name) { format, _ in make(format) })
    return .done
  }

  /// The formats as one lists them: “text, csv or json”.
  var words: String { formats.map(\.rawValue).listed() }
}
