import Charts
import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// How a schedule file, or a command line, wants its picture.
///
/// The schedule's own reader knows only that there is a “plot”, and has it checked here.
struct PlotOptions: Sendable {
  enum ValueScale: String, CaseIterable { case linear, log }
  enum CurveStyle: String, CaseIterable { case auto, step, line }

  /// A line that a file adds to its picture.
  struct Mark: Sendable, Equatable {
    /// In the unit of the step axis.
    let place: Double
    let text: String
  }

  static let keys = [
    "width", "height", "scale", "x", "x_scale", "x_min", "x_max", "y", "y_min", "y_max", "of_peak", "curve", "theme",
    "background", "caption", "show_source", "marks",
  ]

  var width = 720
  /// `nil` where the picture may be as high as its panels need.
  var height: Int?
  /// How much larger letters, lines and dots are than usual.
  var scale = 1.0
  var x: AxisUnit?
  var xScale = ValueScale.linear
  /// The ends of the step axis, in its unit.
  var xLow: Double?
  var xHigh: Double?
  var y = ValueScale.linear
  /// The ends of the axis of the rates.
  var yLow: Double?
  var yHigh: Double?
  /// Whether rates are drawn as parts of each curve's peak.
  var isOfPeak = false
  var curve = CurveStyle.auto
  var theme = Theme.auto
  var background = Background.auto
  var caption: String?
  /// Whether the file's source is shown at the foot.
  var showsSource = false
  var marks: [Mark] = []
  /// What every id in the picture begins with.
  var idPrefix = "lrplot"

  init() {}

  /// Those of a file, which has been checked.
  init(of spec: Spec) {
    var reading = Reading()
    if let plot = spec.plot { read(plot, &reading) }
  }

  /// Checks the “plot” of a file.
  static var reader: Spec.PlotReader {
    Spec.PlotReader(keys: keys) { value, reading in
      var options = PlotOptions()
      options.read(value, &reading)
    }
  }

  private mutating func read(_ value: Value, _ reading: inout Reading) {
    guard let members = reading.members(of: value, "“plot”") else { return }
    var fields = Fields(members, of: "“plot”", namedAt: value.range.part(0, 1))
    fields.check(
      against: Self.keys, as: .spec, noun: "key",
      hint: { Spec.hasKey($0) ? "it belongs beside “plot”, not in it" : nil },
      otherwise: "it has \(Self.keys.map { "“\($0)”" }.listed(last: "and"))", &reading)
    width = fields.integer("width", in: Self.sides, &reading) ?? width
    height = fields.integer("height", in: Self.sides, &reading) ?? height
    scale = fields.number("scale", in: .between(0.1, 20), &reading) ?? scale
    x = fields.word("x", &reading) ?? x
    xScale = fields.word("x_scale", &reading) ?? xScale
    y = fields.word("y", &reading) ?? y
    xLow = fields.number("x_min", in: .atLeast(0), &reading) ?? xLow
    xHigh = fields.number("x_max", in: .atLeast(0), &reading) ?? xHigh
    yLow = fields.number("y_min", &reading) ?? yLow
    yHigh = fields.number("y_max", &reading) ?? yHigh
    isOfPeak = fields.truth("of_peak", &reading) ?? isOfPeak
    showsSource = fields.truth("show_source", &reading) ?? showsSource
    caption = fields.text("caption", &reading) ?? caption
    if let member = fields["marks"] { marks = Self.marks(member.value, &reading) }
    checkEnds(fields, &reading)
    curve = fields.word("curve", &reading) ?? curve
    theme = fields.word("theme", &reading) ?? theme
    background = Self.background(of: fields, &reading) ?? background
  }

  /// Pixels.
  private static let sides = Bounds.between(100, 10_000)

  /// Lays further options over these: those of a command line over those of a file.
  ///
  /// Throws every error of meaning, in the order of the text.
  mutating func lay(_ members: [Member], at range: SourceRange) throws(DiagnosticList) {
    if members.isEmpty { return }
    var reading = Reading()
    read(Value(.object(members), at: range), &reading)
    if !reading.problems.isEmpty { throw reading.inOrder }
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
          .spec, "“marks” is an array, not \(value.typeName)", at: value.range,
          hint: "for example, [{\"at\": 30, \"text\": \"now\"}]"))
      return []
    }
    return elements.compactMap { element in
      guard let members = reading.members(of: element, "a mark") else { return nil }
      var fields = Fields(members, of: "a mark", namedAt: element.range.part(0, 1))
      fields.check(against: ["at", "text"], as: .spec, noun: "key", &reading)
      guard fields["at"] != nil else {
        reading.report(Diagnostic(.spec, "a mark needs “at”", at: element.range.part(0, 1)))
        return nil
      }
      let place = fields.number("at", in: .atLeast(0), &reading)
      let text = fields.text("text", &reading)
      return place.map { Mark(place: $0, text: text ?? "") }
    }
  }

  private static func background(of fields: Fields, _ reading: inout Reading) -> Background? {
    guard let text = fields.text("background", &reading) else { return nil }
    if let background = Background(text) { return background }
    reading.report(
      Diagnostic(
        .value, "“background” must be “auto”, “none” or a colour such as “#fff”", at: fields["background"]?.value.range)
    )
    return nil
  }
}

// MARK: In the schema

extension Schema {
  /// The schema of schedule files, the looks of pictures included.
  static var complete: Value { document(plot: plot) }

  /// A colour's name, or its digits; whether CSS has the name is left to the reader.
  private static var colour: String { "^(#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|[A-Za-z]+)$" }

  static var plot: Value {
    let side: Value = ["type": "integer", "minimum": 100, "maximum": 10_000]
    let number: Value = ["type": "number"]
    let place: Value = ["type": "number", "minimum": 0]
    let truth: Value = ["type": "boolean"]
    let mark = closed([("at", place), ("text", ["type": "string"])], required: ["at"])
    return closed([
      ("width", side), ("height", side), ("scale", ["type": "number", "minimum": Value.number(0.1), "maximum": 20]),
      ("x", words(AxisUnit.self)), ("x_scale", words(PlotOptions.ValueScale.self)),
      ("x_min", place), ("x_max", place), ("y", words(PlotOptions.ValueScale.self)), ("y_min", number),
      ("y_max", number), ("of_peak", described(truth, "Rates as percentages of each curve's peak.")),
      ("curve", words(PlotOptions.CurveStyle.self)), ("theme", words(Theme.self)),
      ("background", described(["type": "string", "pattern": .init(.string(colour))], "auto, none or a colour.")),
      ("caption", described(["type": "string"], "Text at the foot of the picture.")),
      ("show_source", described(truth, "Whether the source is shown at the foot.")),
      ("marks", described(["type": "array", "items": mark], "Marked places on the step axis.")),
    ])
  }

  private static func words<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> Value {
    ["enum": .strings(Word.allCases.map(\.rawValue))]
  }
}
