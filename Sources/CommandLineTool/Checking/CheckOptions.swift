import Curves
import Diagnostics
import Text

/// What a command line says about a check.
struct CheckOptions: Sendable {
  let goldens: GoldenPlace
  let tolerance: Tolerance
  let updates: Bool
  let isStrict: Bool
  let form: ReportForm
  /// Where the pictures of differences go.
  let differences: String?
  let isQuiet: Bool

  init(_ line: ParsedLine, in world: World) throws(Failure) {
    for name in [Flag.Name.golden, .diff] {
      guard let folder = line.value(of: name), folder.text.isEmpty else { continue }
      throw line.line.failure("“--\(name.rawValue)” is empty", at: folder.range)
    }
    goldens = GoldenPlace(folder: line.value(of: .golden)?.text)
    differences = GoldenPlace(folder: line.value(of: .diff)?.text).folder
    tolerance = try CheckOptions.tolerance(line)
    updates = line.has(.update)
    isStrict = line.has(.strict)
    isQuiet = line.isQuiet
    form = try ReportForm(line, in: world)
    if let force = line.last(.force), !updates {
      throw line.line.failure("“--force” means nothing without --update", at: force.typed.range)
    }
    if let update = line.last(.update), !line.has(.force), world.isAutomated {
      throw line.line.failure(
        "golden files are not updated where CI is set", at: update.typed.range,
        hint: "run it locally, or add --force")
    }
  }

  private static func tolerance(_ line: ParsedLine) throws(Failure) -> Tolerance {
    let (relative, ofPeak) = (try part(.rtol, line), try part(.atolPeak, line))
    guard line.has(.exact) else {
      let standard = Tolerance()
      return Tolerance(relative: relative ?? standard.relative, ofPeak: ofPeak ?? standard.ofPeak)
    }
    if let given = line.last(.rtol) ?? line.last(.atolPeak) {
      throw line.line.failure("“--exact” allows no difference", at: given.typed.range, hint: "leave one of them out")
    }
    return .exact
  }

  private static func part(_ name: Flag.Name, _ line: ParsedLine) throws(Failure) -> Double? {
    guard let argument = line.value(of: name) else { return nil }
    guard let part = Decimal.readLoosely(argument.text), part >= 0, part.isFinite else {
      throw line.line.failure(
        "“--\(name.rawValue)” must be a number, at least 0, not “\(argument.text)”", at: argument.range,
        hint: "for example, --\(name.rawValue) 1e-6")
    }
    return part
  }
}

extension World {
  /// Whether this is a CI job: `CI` is set, and neither empty nor `0` nor `false`.
  var isAutomated: Bool { !["", "0", "false"].contains((environment("CI") ?? "").lowercasedASCII) }
}
