import Diagnostics
import Schedules
import Text

/// `lrplot render`: schedule files to pictures and numbers.
enum Render {
  /// What became of one file.
  private struct Outcome: Sendable {
    var output = Bytes()
    var messages = ""
    var exit = Exit.done
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard !line.operands.isEmpty else {
      throw Failure.usage(
        "render needs a schedule file, a folder of them, or -", hint: "lrplot render schedules/ -o out/")
    }
    let inputs = try Inputs(line.operands, of: line.line, excluding: line.value(of: "output")?.text, in: world).all
    let isFolder = line.operands.contains { FileSystem.status(world.path($0.text))?.sort == .directory }
    let destination = try Destination(line, isSingle: inputs.count == 1 && !isFolder, in: world)
    try checkTargets(inputs, destination, line, in: world)
    cleanUp(destination, in: world)
    let results = Results(destination: destination, world: world)
    let jobs = try jobs(line, in: world)
    var exit = Exit.done
    try Batch.forEach(inputs, jobs: jobs) {
      outcome(of: $0, results, in: world)
    } then: { (outcome) throws(Failure) in
      exit = max(exit, try tell(outcome, in: world))
    }
    return exit
  }

  private static func outcome(of input: Input, _ results: Results, in world: World) -> Outcome {
    var outcome = Outcome()
    do throws(Failure) {
      let source = try SpecFile.source(input.path, in: world)
      let spec = try SpecFile.read(source, at: input.path, in: world)
      outcome.output = try results.make(spec, of: source, relative: input.relative)
    } catch {
      outcome.exit = .trouble
      if case .diagnosed(let source, let problems) = error {
        outcome.messages = Tool.draw(problems, of: source, in: world)
      }
    }
    return outcome
  }

  private static func tell(_ outcome: Outcome, in world: World) throws(Failure) -> Exit {
    if !outcome.messages.isEmpty { world.writeError(Bytes(outcome.messages.utf8)) }
    if !outcome.output.isEmpty { try world.print(outcome.output) }
    return outcome.exit
  }

  private static func jobs(_ line: ParsedLine, in world: World) throws(Failure) -> Int {
    guard let argument = line.value(of: "jobs") else { return world.jobs }
    guard let jobs = Int(argument.text), jobs >= 1, jobs <= 1024 else {
      throw line.line.failure("“--jobs” is a number from 1 to 1024", at: argument.range)
    }
    return jobs
  }

  /// Refuses results that would take the place of an input or a golden, or of each other.
  private static func checkTargets(
    _ inputs: [Input], _ destination: Destination, _ line: ParsedLine, in world: World
  ) throws(Failure) {
    var taken: [String: String] = [:]
    // The files that must not be written, by where they really are.
    var guarded: [String: String] = [:]
    for input in inputs where input.path != "-" {
      if let real = FileSystem.resolved(world.path(input.path)) { guarded[real] = "an input" }
      let golden = Path.join(Path.folder(of: input.path), Path.stem(of: Path.name(of: input.path)) + ".csv")
      if let real = FileSystem.resolved(world.path(golden)) { guarded[real] = "the golden of \(input.path)" }
    }
    for input in inputs {
      for case (_, let path?) in destination.paths(below: input.relative) {
        if let other = taken.updateValue(input.path, forKey: path) {
          throw Failure.usage("\(other) and \(input.path) would both be written to \(path)")
        }
        if let real = FileSystem.resolved(world.path(path)), let what = guarded[real] {
          throw Failure.usage(
            "\(path) is \(what), and would be overwritten",
            hint: "write to another folder: --output out/")
        }
      }
    }
  }

  private static func cleanUp(_ destination: Destination, in world: World) {
    switch destination.place {
    case .standardOutput: break
    case .file(let path): AtomicFile.removeLeftovers(in: world.path(Path.folder(of: path)))
    case .folder(let folder): AtomicFile.removeLeftovers(in: world.path(folder))
    }
  }
}
