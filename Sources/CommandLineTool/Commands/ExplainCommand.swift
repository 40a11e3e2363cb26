import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot explain`: schedules in words and in a few numbers.
enum ExplainCommand {
  static let formats = OutputFormats([.text, .json], standard: .text)

  static let details = """
    For every rate: its phases in words, the first, largest, smallest and last value, where it reaches half of its peak, \
    its mean, and the area under the curve, which is the sum over all steps. For other quantities: their range.

    --format json writes one object with "schema": "lrplot/explain/1" and "files", each with path, title, epochs, \
    steps_per_epoch, steps and series. Each of the series has name (the CSV's column), quantity (lr, momentum …), curve, \
    group, first, peak, minimum, final and mean; a rate also area, half_of_peak (up, down) and phases (label, first, last, \
    words), and where a metric lowers it reductions (step, epoch, from, to, metric). A loss also has objective, preset, \
    behind (the loss after the last update), divergence (the step), critical_rate, remarks, and for a range test \
    range_test (steps, last, valley, steep, minimum, slide). A point has step, epoch and value; missing values are null.
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard !line.operands.isEmpty || !line.links.isEmpty else {
      throw Failure.usage("explain needs a schedule file, - or a kind", hint: "lrplot explain schedules/cosine.json")
    }
    let results = try Results(line, writing: formats, in: world)
    let (explained, exit) = try explained(line, results, in: world)
    guard !explained.isEmpty else { return exit }
    let written = try results.write(relative: "explanation") { format, _ in Pieces(bytes(explained, as: format)) }
    try results.finish(written)
    return exit
  }

  /// What is said of a schedule, in the formats that are wanted: the curves themselves would soon fill the memory.
  private struct ExplainedSchedule {
    let text: String
    let value: Value

    init(_ subject: Subject, as formats: [Format]) {
      let explanation = Explanation(subject: subject)
      text = formats.contains(.text) ? explanation.text : ""
      value = formats.contains(.json) ? explanation.value : Value(.null)
    }
  }

  /// The explanation of the line itself, or of those of its files that are valid.
  private static func explained(
    _ line: ParsedLine, _ results: Results, in world: World
  ) throws(Failure) -> (explained: [ExplainedSchedule], exit: Exit) {
    let formats = results.destination.formats
    let written = results.paths(below: "explanation")
    guard line.links.isEmpty else {
      try Command.refuse(line.operands.first, of: line.line)
      return ([ExplainedSchedule(try Subject(line, writing: written, in: world), as: formats)], .done)
    }
    let inputs = Inputs(line.operands, excluding: line.value(of: .output)?.text, in: world).all
      .map { Input(path: $0.path, relative: "explanation", problem: $0.problem, hint: $0.hint) }
    let targets = Targets(results.destination, in: world)
    // All are printed in one place, so each is checked against it alone.
    for input in inputs { try targets.check([input]) }
    var (explained, exit): ([ExplainedSchedule], Exit) = ([], .done)
    for input in inputs {
      do throws(Failure) {
        explained.append(ExplainedSchedule(try Subject(input, writing: written, in: world), as: formats))
      } catch {
        guard case .diagnosed(let source, let problems) = error else { throw error }
        world.writeError(Bytes(Tool.draw(problems, of: source, in: world).utf8))
        exit = .trouble
      }
    }
    return (explained, exit)
  }

  /// Texts with an empty line between them, or one JSON object.
  private static func bytes(_ explained: [ExplainedSchedule], as format: Format) -> Bytes {
    format == .json
      ? Value.object([("schema", "lrplot/explain/1"), ("files", Value(.array(explained.map(\.value))))]).text()
      : Bytes(explained.map(\.text).joined(separator: "\n").utf8)
  }
}
