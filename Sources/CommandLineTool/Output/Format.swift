import Text

/// What a curve is written as.
enum Format: String, CaseIterable, Sendable {
  case svg, csv, json, text

  /// The ending of a file's name, which chooses the format.
  var ending: String { self == .text ? "txt" : rawValue }

  init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = String(path[path.utf8.index(after: dot)...]).lowercasedASCII
    guard let format = Format.allCases.first(where: { $0.ending == ending }) else { return nil }
    self = format
  }

  /// The format that a file's name asks for; `nil` when it has no ending.
  ///
  /// Throws for an ending that stands for something else: who asks for a `.png` does not want SVG under that name.
  static func ofFile(_ argument: CommandLine.Argument, of line: CommandLine) throws(Failure) -> Format? {
    if let format = Format(path: argument.text) { return format }
    let name = Path.name(of: argument.text)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
    throw line.failure(
      "“\(name[dot...])” is no format’s ending", at: argument.range,
      hint: ".svg, .csv, .json and .txt are; --format svg writes it all the same")
  }

  /// The formats of a `--format` list, without repetitions.
  static func list(_ argument: CommandLine.Argument, of line: CommandLine) throws(Failure) -> [Format] {
    var formats: [Format] = []
    for word in argument.text.parts(between: ",") {
      guard let format = Format(rawValue: word.lowercasedASCII) else {
        throw line.failure(
          "there is no format “\(word)”", at: argument.range, hint: "svg, csv, json and text; several with commas")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }
}
