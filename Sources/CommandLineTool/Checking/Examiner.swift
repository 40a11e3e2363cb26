import Curves
import Diagnostics
import Schedules
import Text
import System

/// Compares a schedule file with its golden file.
struct Examiner: Sendable {
  /// The verdict, and what else there is to report.
  struct Examination: Sendable {
    var verdict: Verdict
    /// For standard error.
    var messages = ""
    /// The files that the schedule reads.
    var files: [String] = []
  }

  let options: CheckOptions
  /// What must not be written over.
  let protected: ProtectedFiles
  let isVerbose: Bool
  var world: World

  /// Examines in another world, which says what memory others hold.
  func examine(_ input: Input, in world: World) -> Examination {
    var examiner = self
    examiner.world = world
    return examiner.examine(input)
  }

  private func examine(_ input: Input) -> Examination {
    var examination = Examination(
      verdict: Verdict(path: input.path, golden: options.goldens.path(of: input), outcome: .same))
    do throws(Failure) {
      if let problem = input.problem { throw Failure.io(input.path, problem, hint: input.hint) }
      let source = try SpecFile.source(input.path, in: world)
      let spec = try SpecFile.read(source, at: input.path, noting: &examination.files, in: world)
      if isVerbose { examination.messages += "lrplot: read \(Excerpt.visible(source.name))\n" }
      examination.verdict.place = spec.plans.first?.nodes.first.map { source.position(of: $0.node.range.lower) }
      try judge(&examination, of: input, spec, try Results.curve(of: spec, source, within: world.memory))
    } catch {
      fail(&examination, error)
    }
    return examination
  }

  private func judge(_ examination: inout Examination, of input: Input, _ spec: Spec, _ curve: Curve) throws(Failure) {
    let path = examination.verdict.golden
    if AtomicFile.holds(world.path(path), curve.csv) { return }
    if stands(path, among: examination.files) {
      examination.verdict.outcome = .occupied
      if options.updates { try protected.check(path, isGolden: true, in: world) }
      return
    }
    let golden: Golden?
    (examination.verdict.outcome, golden) = try compare(curve, with: path)
    if case .same = examination.verdict.outcome { return }
    if let folder = options.differences, !examination.verdict.outcome.isMissing {
      let written = try DifferenceFiles(folder: folder, protected: protected, world: world)
        .write(curve, golden, of: spec, examination.verdict.explanation ?? "", relative: input.relative)
      if !options.isQuiet {
        examination.messages += "lrplot: wrote \(written.map { Excerpt.visible($0) }.joined(separator: " and "))\n"
      }
    }
    guard options.updates else { return }
    try protected.check(path, isGolden: true, in: world)
    try write(curve.csv, to: path)
    if isVerbose { examination.messages += "lrplot: wrote \(Excerpt.visible(path))\n" }
    examination.verdict.outcome = examination.verdict.outcome.isMissing ? .made : .updated
  }

  /// Whether a path leads to one of some files.
  private func stands(_ path: String, among files: [String]) -> Bool {
    guard !files.isEmpty, let status = FileSystem.status(world.path(path)) else { return false }
    return files.contains { FileSystem.status(world.path($0))?.isSame(as: status) == true }
  }

  private func compare(_ curve: Curve, with path: String) throws(Failure) -> (Verdict.Outcome, Golden?) {
    let source: Source
    do throws(SystemError) {
      // The bytes, and the numbers in them.
      world.memory?.take(4 * (FileSystem.status(world.path(path))?.size ?? 0))
      source = Source(name: path, bytes: try FileContents.ofRegular(world.path(path)))
    } catch {
      if error.isAbsence { return (.missing, nil) }
      // Nothing that was ever a golden.
      if error == .notRegular || error == .tooManyLinks {
        throw Failure.io(path, "cannot be a golden: \(error.description)")
      }
      return (.unreadable("\(path) cannot be read: \(error.description)"), nil)
    }
    do throws(Diagnostic) {
      let golden = try Golden.read(source)
      let difference = golden.difference(from: curve, tolerance: options.tolerance)
      return (difference.map { .differs($0) } ?? .same, golden)
    } catch {
      let place = source.position(of: error.range?.lower ?? 0)
      return (.unreadable("\(path):\(place.line):\(place.column): \(error.message)"), nil)
    }
  }

  private func write(_ pieces: Pieces, to path: String) throws(Failure) {
    do throws(SystemError) {
      try AtomicFile.write(
        pieces, to: world.path(path), through: world.gate, makesFolder: options.goldens.folder != nil)
    } catch {
      throw .io(path, "cannot be written: \(error.description)")
    }
  }

  private func fail(_ examination: inout Examination, _ failure: Failure) {
    guard case .diagnosed(let source, let problems) = failure, let first = problems.all.first else { return }
    examination.messages += Tool.draw(problems, of: source, in: world)
    let more = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
    examination.verdict.outcome = .failed(first.code, first.message + more)
    examination.verdict.isUnread = first.code == .io && first.range == nil
    examination.verdict.place = first.range.map { source.position(of: $0.lower) }
  }
}
