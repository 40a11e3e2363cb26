import Curves
import Diagnostics
import Schedules

/// A schedule that a command is about: that of a file, or of the kinds on the line itself.
struct Subject {
  /// What it is called: a path, `<stdin>`, or the kinds of a line.
  let name: String
  /// Its file; `nil` for a line.
  let path: String?
  let spec: Spec
  let curve: Curve

  /// Reads and runs the schedule of a file, which `targets` must not replace.
  init(_ input: Input, writing targets: [String], in world: World) throws(Failure) {
    if let problem = input.problem { throw Failure.io(input.path, problem, hint: input.hint) }
    let source = try SpecFile.source(input.path, in: world)
    let spec = try SpecFile.read(source, at: input.path, writing: targets, in: world)
    try self.init(spec, source, path: source.name, in: world)
  }

  /// Runs the schedule that a line describes.
  init(_ line: ParsedLine, writing targets: [String], in world: World) throws(Failure) {
    let document = try SpecDocument(of: line)
    let kinds = line.links.map { link in
      let connective: String? =
        switch link.connective {
        case .first: nil
        case .then: "then"
        case .and: "and"
        case .vs: "beside"
        case .quantity(let argument): "with \(argument.text) by"
        }
      return (connective.map { "\($0) " } ?? "") + link.kind.typedName
    }
    let spec = try document.spec(writing: targets, in: world)
    try self.init(spec, document.source, called: kinds.joined(separator: " "), in: world)
  }

  private init(
    _ spec: Spec, _ source: Source, path: String? = nil, called name: String = "", in world: World
  ) throws(Failure) {
    self.name = path ?? name
    self.path = path
    self.spec = spec
    curve = try Results.curve(of: spec, source, within: world.memory)
  }
}
