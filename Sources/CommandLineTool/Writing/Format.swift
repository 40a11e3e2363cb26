import Diagnostics
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
  /// Throws for an unknown extension.
  static func ofFile(_ argument: CommandLine.Argument, of line: CommandLine) throws(Failure) -> Format? {
    if let format = Format(path: argument.text) { return format }
    guard let ending = ending(of: argument.text) else { return nil }
    throw line.failure(
      "unknown extension “\(ending)”", at: argument.range,
      hint: "use .svg, .csv, .json, or .txt; with --format the file may have any name")
  }

  /// Refuses to write SVG under the name of another picture format.
  static func refusePicture(_ argument: CommandLine.Argument, _ known: OutputFormats, of line: CommandLine)
    throws(Failure)
  {
    guard known.all.contains(.svg), let ending = ending(of: argument.text), isPicture(ending.lowercasedASCII) else {
      return
    }
    let svg = argument.text.dropping(last: ending.utf8.count) + ".svg"
    let format = ending.lowercasedASCII == ".png" ? "" : "-f \(ending.lowercasedASCII.dropping(first: 1)) "
    let isVector = [".pdf", ".ps", ".eps"].contains(ending.lowercasedASCII)
    let command =
      ending.lowercasedASCII == ".png" || isVector
      ? "rsvg-convert \(format)-o \(argument.text.shellQuoted) \(svg.shellQuoted)"
      : "rsvg-convert \(svg.shellQuoted) | magick - \(argument.text.shellQuoted)"
    throw line.failure(
      "lrplot writes SVG, not \(ending.lowercasedASCII.dropping(first: 1).uppercased())", at: argument.range,
      hint: "write \(svg.shellQuoted), then: \(command)")
  }

  private static func isPicture(_ ending: String) -> Bool {
    switch ending {
    case ".png", ".pdf", ".ps", ".eps", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp": true
    default: false
    }
  }

  /// The ending of a file's name, with its full stop.
  private static func ending(of path: String) -> String? {
    let name = Path.name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
    return String(decoding: name.utf8[dot...], as: UTF8.self)
  }

  /// The list that was meant by one with other separators, or with words that are not quite formats.
  private static func meant(by text: String) -> String? {
    let words = text.utf8.split(whereSeparator: { ",; /+".utf8.contains($0) }).map {
      String(decoding: $0, as: UTF8.self)
    }
    let meant = words.compactMap { Nearest.match(for: $0, among: Format.allCases.map(\.rawValue)) }
    return meant.isEmpty || meant.count < words.count ? nil : meant.joined(by: ",")
  }

  /// The formats of a `--format` list, without repetitions.
  static func list(_ argument: CommandLine.Argument, of line: CommandLine) throws(Failure) -> [Format] {
    var formats: [Format] = []
    for word in argument.text.parts(between: ",") {
      guard let format = Format(rawValue: word.lowercasedASCII) else {
        throw line.failure(
          "unknown format “\(word)”", at: argument.range,
          hint: isPicture(".\(word.lowercasedASCII)")
            ? "lrplot writes SVG: -o out.svg, then rsvg-convert -o out.png out.svg"
            : Diagnostic.suggestion(meant(by: argument.text)) ?? "svg, csv, json, or text; separate several with commas"
        )
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }
}
