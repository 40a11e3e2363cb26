import Curves
import Diagnostics
import Schedules

/// A schedule that a command speaks of: that of a file, or of the kinds on the line itself.
struct Subject {
  /// What it is called: a path, `<stdin>`, `<command line>`.
  let name: String
  let spec: Spec
  let curve: Curve

  /// Reads and runs the schedule of a file, which `targets` must not replace.
  init(_ input: Input, writing targets: [String], in world: World) throws(Failure) {
    if let problem = input.problem { throw Failure.io(input.path, problem, hint: input.hint) }
    let source = try SpecFile.source(input.path, in: world)
    try self.init(try SpecFile.read(source, at: input.path, writing: targets, in: world), source, in: world)
  }

  /// Runs the schedule that a line describes.
  init(_ line: ParsedLine, writing targets: [String], in world: World) throws(Failure) {
    let document = try SpecDocument(of: line)
    try self.init(try document.spec(writing: targets, in: world), document.source, in: world)
  }

  private init(_ spec: Spec, _ source: Source, in world: World) throws(Failure) {
    name = source.name
    self.spec = spec
    curve = try Results.curve(of: spec, source, in: world)
  }
}
