import Diagnostics
import JSON
import Objectives
import Schedules
import System
import Text

/// `lrplot fit`: the annealing law's constants from a log.
enum FitCommand {
  static let formats = OutputFormats([.text, .json], standard: .text)

  static let details = """
    The log is a CSV with the columns step, lr, and loss; other columns are ignored, and rows without a loss skipped. The \
    result is an “objective” for a schedule file: the constants of the annealing law. Readings of the warm-up are left \
    out. The rate must fall by a fifth or more after its peak, or nothing tells what a fall is worth.
    λ (decay) and C are hardly told apart: their ratio C/(1 − decay), what a unit of rate is worth, is.

    --format json: one object with "schema": "lrplot/fit/1", "objective", "readings" (how many were used), "first" (the \
    step of the first), "residual" and "hold_out" (rms and largest difference in the loss; hold_out is of the last tenth, \
    fitted without it, or null) and "worth", which is C/(1 − decay).
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let path = line.operands.first else {
      throw Failure.usage("fit needs a log", hint: "lrplot fit log.csv, with the columns step, lr, and loss")
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line, hint: "one log at a time")
    let log = try read(path.text, in: world)
    let fit: AnnealingFit
    do throws(AnnealingFit.Refusal) {
      fit = try AnnealingFit(log)
    } catch {
      throw refusal(error, of: path.text)
    }
    let exit = try formats.write("fit", askedBy: line, in: world) { format in
      format == .json ? Pieces(report(fit).text()) : Pieces(Value.object([("objective", objective(fit))]).text())
    }
    world.writeError(Bytes(summary(fit).utf8))
    return exit
  }

  // MARK: The log

  private static func read(_ path: String, in world: World) throws(Failure) -> [AnnealingFit.LoggedLoss] {
    let name = path == "-" ? "<stdin>" : path
    let bytes: Bytes
    do throws(SystemError) {
      bytes = path == "-" ? try world.readInput() : try FileContents.of(world.path(path))
    } catch {
      throw world.failure(reading: path, error)
    }
    var cells = SeparatedValues(bytes)
    let headings = cells.row()
    var places: [Int] = []
    for wanted in ["step", "lr", "loss"] {
      guard let place = headings.firstIndex(where: { $0.isFolded(equalTo: wanted) }) else {
        throw problem(
          name, "has no column “\(wanted)”",
          hint: Diagnostic.suggestion(Nearest.match(for: wanted, among: headings))
            ?? "fit reads a CSV with the columns step, lr, and loss")
      }
      places.append(place)
    }
    var readings: [AnnealingFit.LoggedLoss] = []
    var row = 1
    while let texts = cells.nextRow(places) {
      row += 1
      guard let step = texts[0], let rate = texts[1], let loss = texts[2] else { continue }
      guard let step = Decimal.readLoosely(step), let rate = Decimal.readLoosely(rate),
        let loss = Decimal.readLoosely(loss), let whole = Int(exactly: step), rate.isFinite, loss.isFinite
      else { throw problem(name, "row \(row) is not a whole step, a rate, and a loss") }
      guard rate >= 0, loss > 0 else {
        throw problem(name, "row \(row) has a negative rate, or a loss that is not above 0")
      }
      guard whole > readings.last?.step ?? -1 else {
        throw problem(name, "row \(row): steps must ascend from 0 or more")
      }
      readings.append(AnnealingFit.LoggedLoss(step: whole, rate: rate, loss: loss))
    }
    return readings
  }

  private static func problem(_ name: String, _ message: String, hint: String? = nil) -> Failure {
    .diagnosed(Source(name: name, bytes: []), DiagnosticList([Diagnostic(.value, message, hint: hint)]))
  }

  private static func refusal(_ reason: AnnealingFit.Refusal, of path: String) -> Failure {
    switch reason {
    case .tooFew(let count):
      problem(path, "has \(count) readings after its warm-up, and twelve are needed")
    case .neverFalls:
      problem(
        path, "does not determine C: the rate never falls by a fifth after its peak",
        hint: "fit a log whose rate decays")
    case .undetermined: problem(path, "does not determine the constants of the annealing law")
    case .tooLong: problem(path, "goes on for more than 2·10⁷ steps")
    }
  }

  // MARK: Reports

  private static func objective(_ fit: AnnealingFit) -> Value {
    let constants = fit.constants
    return .object([
      ("type", "annealing"), ("L0", .decimal(constants.l0)), ("A", .decimal(constants.a)),
      ("alpha", .decimal(constants.alpha)), ("C", .decimal(constants.c)), ("decay", .decimal(constants.decay)),
    ])
  }

  private static func report(_ fit: AnnealingFit) -> Value {
    func residual(_ residual: AnnealingFit.Residual?) -> Value {
      guard let residual else { return Value(.null) }
      return .object([("rms", .decimal(residual.rms)), ("largest", .decimal(residual.largest))])
    }
    return .object([
      ("schema", "lrplot/fit/1"), ("objective", objective(fit)), ("readings", .integer(fit.count)),
      ("first", .integer(fit.first)), ("residual", residual(fit.residual)), ("hold_out", residual(fit.holdOut)),
      ("worth", .decimal(fit.constants.c / (1 - fit.constants.decay))),
    ])
  }

  private static func summary(_ fit: AnnealingFit) -> String {
    func shown(_ value: Double) -> String { Significant.text(value) }
    let holdOut =
      fit.holdOut.map { "the last tenth, fitted without it: \(shown($0.rms)), at most \(shown($0.largest))" }
      ?? "without its last tenth the log does not determine the constants"
    let constants = fit.constants
    return """
      lrplot: \(fit.count) readings from step \(fit.first) on; residual \(shown(fit.residual.rms)), at most \
      \(shown(fit.residual.largest))
      lrplot: \(holdOut)
      lrplot: a unit of rate is worth \(shown(constants.c / (1 - constants.decay))), which is C/(1 − decay); the two alone \
      are less certain\(constants.c == 0 || constants.a == 0 ? "\nlrplot: a constant would be negative, and is taken to be 0" : "")

      """
  }
}

extension SeparatedValues {
  /// The texts of some cells of the next row that is not empty, `nil` for what is blank or not there.
  fileprivate mutating func nextRow(_ places: [Int]) -> [String?]? {
    var texts: [String?] = places.map { _ in nil }
    var (column, isAny) = (0, false)
    while let cell = next() {
      isAny = true
      if let place = places.firstIndex(of: column), case let text = self.text(of: cell), !text.isEmpty {
        texts[place] = text
      }
      column += 1
      if cell.endsRow { break }
    }
    return isAny ? texts : nil
  }
}
