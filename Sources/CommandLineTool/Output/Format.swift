import Text

/// What a curve is written as.
enum Format: String, CaseIterable, Sendable {
  case svg, csv, json, text

  /// The ending of a file's name, which chooses the format.
  var ending: String { self == .text ? "txt" : rawValue }

  init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    guard let format = Format.allCases.first(where: { $0.ending == ending }) else { return nil }
    self = format
  }

  /// The formats of a `--format` list, without repetitions.
  static func list(_ argument: CommandLine.Argument, of line: CommandLine) throws(Failure) -> [Format] {
    var formats: [Format] = []
    for word in argument.text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = Format(rawValue: word.lowercased()) else {
        throw line.failure(
          "there is no format “\(word)”", at: argument.range, hint: "svg, csv and json; several with commas")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }
}
