package import Diagnostics
package import JSON
import Text

/// How a file wants its picture; only words and numbers here, drawing is elsewhere.
package struct PlotOptions: Sendable {
  package enum Axis: String, Choice { case epoch, step, sample, token, percent }
  package enum ValueScale: String, Choice { case linear, log }
  package enum CurveStyle: String, Choice { case auto, step, line }
  package enum Theme: String, Choice { case auto, light, dark, page, print }

  /// A line of one's own.
  package struct Mark: Sendable, Equatable {
    /// In the unit of the step axis.
    package let place: Double
    package let text: String
  }

  static let keys = [
    "width", "height", "scale", "x", "x_scale", "x_min", "x_max", "y", "y_min", "y_max", "of_peak", "curve", "theme",
    "background", "caption", "show_source", "marks",
  ]

  package var width = 720
  /// `nil` where the picture may be as high as its panels need.
  package var height: Int?
  /// How much larger letters, lines and dots are than usual.
  package var scale = 1.0
  package var x: Axis?
  package var xScale = ValueScale.linear
  /// The ends of the step axis, in its unit.
  package var xLow: Double?
  package var xHigh: Double?
  package var y = ValueScale.linear
  /// The ends of the axis of the rates.
  package var yLow: Double?
  package var yHigh: Double?
  /// Whether rates are drawn as parts of each curve's peak.
  package var isOfPeak = false
  package var curve = CurveStyle.auto
  package var theme = Theme.auto
  /// `auto`, `none` or a colour.
  package var background = "auto"
  package var caption: String?
  /// Whether the file's source is told at the foot.
  package var showsSource = false
  package var marks: [Mark] = []
  /// What every id in the picture begins with.
  package var idPrefix = "lrplot"

  package init() {}

  mutating func read(_ value: Value, _ reading: inout Reading) {
    guard case .object(let members) = value.content else {
      reading.report(Diagnostic(.spec, "“plot” is an object, not \(value.sort)", at: value.range))
      return
    }
    var fields = Fields(members, of: "“plot”", namedAt: value.range.part(0, 1))
    fields.check(
      against: Self.keys, as: .spec, noun: "key",
      hint: { SpecReader.isKey($0) ? "it belongs beside “plot”, not in it" : nil },
      otherwise: "it has \(Shape.list(Self.keys.map { "“\($0)”" }, last: "and"))", &reading)
    width = Self.side("width", of: fields, &reading) ?? width
    height = Self.side("height", of: fields, &reading) ?? height
    scale = Self.number("scale", of: fields, in: .between(0.1, 20), &reading) ?? scale
    x = Self.word("x", of: fields, &reading) ?? x
    xScale = Self.word("x_scale", of: fields, &reading) ?? xScale
    y = Self.word("y", of: fields, &reading) ?? y
    xLow = Self.number("x_min", of: fields, in: .atLeast(0), &reading) ?? xLow
    xHigh = Self.number("x_max", of: fields, in: .atLeast(0), &reading) ?? xHigh
    yLow = Self.number("y_min", of: fields, &reading) ?? yLow
    yHigh = Self.number("y_max", of: fields, &reading) ?? yHigh
    isOfPeak = Self.truth("of_peak", of: fields, &reading) ?? isOfPeak
    showsSource = Self.truth("show_source", of: fields, &reading) ?? showsSource
    caption = Self.text("caption", of: fields, &reading) ?? caption
    if let member = fields["marks"] { marks = Self.marks(member.value, &reading) }
    checkEnds(fields, &reading)
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

  private static func side(_ name: String, of fields: Fields, _ reading: inout Reading) -> Int? {
    guard fields[name] != nil else { return nil }
    return Parameter<Int>(name, in: .between(100, 10_000), "Pixels.").read(from: fields, &reading)
  }

  private static func number(
    _ name: String, of fields: Fields, in bounds: Bounds? = nil, _ reading: inout Reading
  ) -> Double? {
    guard fields[name] != nil else { return nil }
    return Parameter<Double>(name, in: bounds, "A number.").read(from: fields, &reading)
  }

  private static func truth(_ name: String, of fields: Fields, _ reading: inout Reading) -> Bool? {
    reading.parameter = name
    return fields[name].flatMap { Bool.read($0.value, &reading) }
  }

  private static func text(_ name: String, of fields: Fields, _ reading: inout Reading) -> String? {
    reading.parameter = name
    return fields[name].flatMap { String.read($0.value, &reading) }
  }

  /// The ends of an axis are in order.
  private func checkEnds(_ fields: Fields, _ reading: inout Reading) {
    for (low, high, names) in [(xLow, xHigh, ("x_min", "x_max")), (yLow, yHigh, ("y_min", "y_max"))] {
      guard let low, let high, low >= high, let member = fields[names.1] ?? fields[names.0] else { continue }
      reading.report(Diagnostic(.value, "“\(names.0)” must be below “\(names.1)”", at: member.value.range))
    }
    if y == .log, let yLow, yLow <= 0, let member = fields["y_min"] ?? fields["y"] {
      reading.report(Diagnostic(.value, "“y_min” of a logarithmic axis must be above 0", at: member.value.range))
    }
  }

  private static func marks(_ value: Value, _ reading: inout Reading) -> [Mark] {
    guard case .array(let elements) = value.content else {
      reading.report(
        Diagnostic(
          .spec, "“marks” is an array, not \(value.sort)", at: value.range,
          hint: "for example, [{\"at\": 30, \"text\": \"now\"}]"))
      return []
    }
    return elements.compactMap { element in
      guard case .object(let members) = element.content else {
        reading.report(Diagnostic(.spec, "a mark is an object, not \(element.sort)", at: element.range))
        return nil
      }
      var fields = Fields(members, of: "a mark", namedAt: element.range.part(0, 1))
      fields.check(against: ["at", "text"], as: .spec, noun: "key", &reading)
      guard fields["at"] != nil else {
        reading.report(Diagnostic(.spec, "a mark needs “at”", at: element.range.part(0, 1)))
        return nil
      }
      let place = number("at", of: fields, in: .atLeast(0), &reading)
      let text = text("text", of: fields, &reading)
      return place.map { Mark(place: $0, text: text ?? "") }
    }
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
