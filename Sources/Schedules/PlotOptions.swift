package import Diagnostics
package import JSON
import Text

/// How a file wants its picture; only words and numbers here, drawing is elsewhere.
package struct PlotOptions: Sendable {
  package enum Axis: String, Choice { case epoch, step, sample, token, percent }
  package enum ValueScale: String, Choice { case linear, log }
  package enum CurveStyle: String, Choice { case auto, step, line }
  package enum Theme: String, Choice { case auto, light, dark }

  static let keys = ["width", "height", "x", "y", "curve", "theme", "background"]

  package var width = 720
  package var height = 400
  package var x: Axis?
  package var y = ValueScale.linear
  package var curve = CurveStyle.auto
  package var theme = Theme.auto
  /// `auto`, `none` or a colour.
  package var background = "auto"
  /// What every id in the picture begins with.
  package var idPrefix = "lrplot"

  package init() {}

  mutating func read(_ value: Value, _ reading: inout Reading) {
    guard case .object(let members) = value.content else {
      reading.report(Diagnostic(.spec, "“plot” is an object, not \(value.sort)", at: value.range))
      return
    }
    var fields = Fields(members, of: "“plot”", namedAt: value.range.part(0, 1))
    fields.check(against: Self.keys, as: .spec, noun: "key", &reading)
    width = Self.side("width", of: fields, width, &reading)
    height = Self.side("height", of: fields, height, &reading)
    x = Self.word("x", of: fields, &reading) ?? x
    y = Self.word("y", of: fields, &reading) ?? y
    curve = Self.word("curve", of: fields, &reading) ?? curve
    theme = Self.word("theme", of: fields, &reading) ?? theme
    background = Self.colour(of: fields, &reading) ?? background
  }

  /// Lays further options over these: those of a command line over those of a file.
  ///
  /// Throws every error of meaning, in the order of the text.
  package mutating func lay(_ members: [Member], at range: SourceRange) throws(DiagnosticList) {
    var reading = Reading()
    read(Value(.object(members), at: range), &reading)
    if !reading.problems.isEmpty { throw reading.inOrder }
  }

  private static func word<Word: Choice>(_ name: String, of fields: Fields, _ reading: inout Reading) -> Word? {
    reading.parameter = name
    return fields[name].flatMap { Word.read($0.value, &reading) }
  }

  private static func side(_ name: String, of fields: Fields, _ standard: Int, _ reading: inout Reading) -> Int {
    Parameter(name, default: standard, in: .between(100, 10_000), "Pixels.").read(from: fields, &reading) ?? standard
  }

  private static func colour(of fields: Fields, _ reading: inout Reading) -> String? {
    reading.parameter = "background"
    guard let member = fields["background"], let text = String.read(member.value, &reading) else { return nil }
    if isBackground(text) { return text }
    reading.report(
      Diagnostic(.value, "“background” must be “auto”, “none” or a colour such as “#fff”", at: member.value.range))
    return nil
  }

  /// Whether a text is `auto`, `none`, a colour's name in CSS or `#rgb`, `#rrggbb`; nothing else gets into a picture.
  package static func isBackground(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "#") {
      return [4, 5, 7, 9].contains(bytes.count)
        && bytes.dropFirst().allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
    }
    return ["auto", "none"].contains(text) || ColourNames.contain(text.lowercasedASCII)
  }
}
