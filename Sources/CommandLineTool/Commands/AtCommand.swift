import Curves
import Diagnostics
import JSON
import Schedules
import System
import Text

/// `lrplot at`: the rows of some steps.
enum AtCommand {
  static let formats = OutputFormats([.text, .csv, .json], standard: .text)

  static let details = """
    Steps count from 0; “last” or -1 is the last one, and 0-9 is a range. A row is what the optimizer uses during that step. --format csv writes the rows as a CSV has \
    them; --format json writes one object with "schema": "lrplot/at/1" and "rows", one object a step with the CSV's \
    columns as keys.
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    let steps = line.links.isEmpty ? line.operands.dropFirst() : line.operands[...]
    if line.links.isEmpty, let first = line.operands.first, let second = line.operands.dropFirst().first,
      first.typedNumber != nil, second.typedNumber == nil, FileSystem.status(world.path(first.text)) == nil
    {
      throw line.line.failure(
        "“\(first.text)” is not a schedule", at: first.range,
        hint: "the schedule comes first: lrplot at \(second.text.shellQuoted) \(first.text)")
    }
    guard !steps.isEmpty else {
      let first = line.operands.first
      if let first, first.typedNumber != nil, FileSystem.status(world.path(first.text)) == nil {
        throw Failure.usage(
          "at needs a schedule and a step", hint: "for the one on standard input: lrplot at - \(first.text)")
      }
      let schedule = line.links.first?.kind.typedName ?? first?.text.shellQuoted
      throw Failure.usage(
        "at needs a schedule and a step", hint: "lrplot at \(schedule ?? "schedules/cosine.json") 30")
    }
    let results = try Results(line, writing: formats, in: world)
    let curve = try subject(line, results, in: world).curve
    let rows = try rows(steps, of: curve, line.line)
    let written = try results.write(relative: "rows") { format, _ in Pieces(bytes(rows, of: curve, as: format)) }
    try results.finish(written)
    return .done
  }

  private static func subject(
    _ line: ParsedLine, _ results: Results, in world: World
  ) throws(Failure) -> Subject {
    let written = results.paths(below: "rows")
    guard line.links.isEmpty, let file = line.operands.first else {
      return try Subject(line, writing: written, in: world)
    }
    let input = Input(path: file.text, relative: "rows")
    try Targets(results.destination, in: world).check([input])
    return try Subject(input, writing: written, in: world)
  }

  private static func rows(
    _ steps: ArraySlice<CommandLine.Argument>, of curve: Curve, _ line: CommandLine
  ) throws(Failure) -> [Int] {
    var rows: [Int] = []
    for step in steps.flatMap({ $0.pieces() }) {
      guard let range = range(step.text, of: curve.rowCount) else {
        let isNumber = step.typedNumber != nil
        throw line.failure(
          isNumber ? "there is no step \(step.text)" : "invalid step “\(step.text)”", at: step.range,
          hint: "steps are whole numbers from 0 to \(curve.rowCount - 1), “last”, or ranges such as 0-9")
      }
      rows += range
    }
    return rows
  }

  /// The steps that a word means: one, “last”, one counted from the end, or a range with both ends.
  private static func range(_ word: String, of count: Int) -> ClosedRange<Int>? {
    if let step = step(word, of: count) { return step...step }
    let bytes = Array(word.utf8)
    // A hyphen in front is a sign.
    guard let hyphen = bytes.dropFirst().firstIndex(of: UInt8(ascii: "-")) else { return nil }
    guard let first = step(Bytes(bytes[..<hyphen]).text, of: count),
      let last = step(Bytes(bytes[(hyphen + 1)...]).text, of: count), first <= last
    else { return nil }
    return first...last
  }

  private static func step(_ word: String, of count: Int) -> Int? {
    if word.utf8.elementsEqual("last".utf8) { return count - 1 }
    guard let number = Decimal.readTyped(word), let step = Int(exactly: number) else { return nil }
    let row = step < 0 ? count + step : step
    return (0..<count).contains(row) ? row : nil
  }

  private static func bytes(_ rows: [Int], of curve: Curve, as format: Format) -> Bytes {
    switch format {
    case .csv: curve.csv(ofRows: rows)
    case .json:
      Value.object([
        ("schema", "lrplot/at/1"), ("rows", Value(.array(rows.map { value(of: $0, in: curve) }))),
      ]).text()
    case .text, .svg:
      Bytes(TextTable.lines([curve.headings.map(\.visible)] + rows.map(curve.cells)).utf8)
    }
  }

  private static func value(of row: Int, in curve: Curve) -> Value {
    let counts = curve.counts.map { curve.value($0, at: row) }.map {
      $0.map { .integer($0) } ?? Value(.null)
    }
    let values = curve.columns.map { column in
      let value = column.values[row]
      return value.isNaN ? Value(.null) : Value(.number(Number(value, isInteger: false)))
    }
    return .object(zip(curve.headings, counts + values).map { (key: $0, value: $1) })
  }
}
