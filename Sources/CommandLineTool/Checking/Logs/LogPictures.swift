import Curves
import Diagnostics
import Schedules
import System
import Text

/// Writes what shows where a log diverges: a picture of the readings over the plan, and both as numbers.
struct LogPictures {
  let folder: String
  private let inputs: [String]
  private let world: World

  /// `nil` where no pictures are wanted.
  init?(_ line: ParsedLine, _ plan: String, _ logs: [String], in world: World) throws(Failure) {
    guard let folder = line.value(of: .diff) else { return nil }
    if folder.text.isEmpty { throw line.line.failure("“--diff” is empty", at: folder.range) }
    self.folder = GoldenPlace(folder: folder.text).folder ?? folder.text
    inputs = [plan] + logs
    self.world = world
  }

  /// What the results of each log are called: its name without the ending, and a number where two have one name.
  static func stems(of logs: [String]) -> [String] {
    var taken: [ExactText: Int] = [:]
    return logs.map { log in
      let name = log == "-" ? "stdin" : Path.name(of: log)
      let dot = name.utf8.dropFirst().lastIndex(of: UInt8(ascii: "."))
      let stem = dot.map { String(name[..<$0]) } ?? name
      let count = (taken[stem.exact] ?? 0) + 1
      taken[stem.exact] = count
      return count == 1 ? stem : "\(stem)-\(count)"
    }
  }

  func write(
    _ comparison: LogComparison, _ headline: String, as stem: String, of spec: Spec, _ curve: Curve
  ) throws(Failure) {
    let overlay = LogOverlay(of: [(stem, comparison)], over: (spec.title ?? "plan", curve))
    var picture = Picture(
      curve: overlay.curve, title: "\(spec.title ?? stem): \(headline)", options: PlotOptions(of: spec))
    picture.markedRows = overlay.marks
    picture.comparisons = [Picture.Comparison(title: "logged − planned", columns: overlay.differences)]
    for (ending, pieces) in [("svg", Pieces(picture.svg)), ("csv", comparison.csv)] {
      try write(pieces, to: Path.join(folder, "\(stem).\(ending)"))
    }
  }

  private func write(_ pieces: Pieces, to path: String) throws(Failure) {
    if let status = FileSystem.status(world.path(path)),
      inputs.contains(where: { FileSystem.status(world.path($0))?.isSame(as: status) == true })
    {
      throw .usage("\(path) is an input, and would be overwritten", hint: "name another folder: --diff DIR")
    }
    do throws(SystemError) {
      try AtomicFile.write(pieces, to: world.path(path), through: world.gate, makesFolder: true)
    } catch {
      throw .io(path, "cannot be written: \(error.description)")
    }
  }
}
