import Text

/// The formats that a command can write.
struct OutputFormats: Sendable {
  let all: [Format]
  /// The format where none is asked for.
  let standard: Format
  /// Whether a terminal is shown a preview in its place.
  let hasPreview: Bool
  /// What writes, if it is not the command.
  let writer: String?

  init(_ all: [Format], standard: Format, hasPreview: Bool = false, writer: String? = nil) {
    self.all = all
    self.standard = standard
    self.hasPreview = hasPreview
    self.writer = writer
  }

  static let pictures = OutputFormats(Format.allCases, standard: .svg, hasPreview: true)

  /// Refuses formats that a command does not write.
  func check(
    _ wanted: [Format], askedBy argument: CommandLine.Argument, of line: ParsedLine
  ) throws(Failure) {
    guard let other = wanted.first(where: { !all.contains($0) }) else { return }
    throw line.line.failure(
      "\(writer ?? line.command?.text ?? "lrplot") writes no \(other.rawValue)", at: argument.range,
      hint: words)
  }

  /// Writes one result to where a line wants it; in a folder, as a file of this name.
  func write(
    _ name: String, askedBy line: ParsedLine, in world: World, _ make: (Format) -> Pieces
  ) throws(Failure) -> Exit {
    let results = try Results(line, writing: self, in: world)
    try results.finish(results.write(relative: name) { format, _ in make(format) })
    return .done
  }

  /// The formats as a list: “text, csv or json”.
  var words: String { all.map(\.rawValue).listed() }
}
