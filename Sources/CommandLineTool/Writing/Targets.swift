import Text
import System

/// The files that a run is about to write.
struct Targets: Sendable {
  private let destination: Destination
  private let world: World
  /// Whether anything can stand there yet: in a folder that is to be made nothing can be lost.
  private let mayExist: Bool

  init(_ destination: Destination, in world: World) {
    self.destination = destination
    self.world = world
    mayExist =
      switch destination.place {
      case .standardOutput: false
      case .file: true
      case .folder: !destination.isNew
      }
  }

  /// Refuses results that would take the place of an input or a golden, or of each other.
  /// - Parameter operands: how many the inputs come from; one names no file twice.
  func check(_ inputs: [Input], operands: Int = 1) throws(Failure) {
    if mayExist { try checkExisting(inputs) }
    if operands < 2 { return }
    var taken: [ExactText: String] = [:]
    for input in inputs where input.problem == nil {
      for path in paths(of: input) {
        if let other = taken.updateValue(input.path, forKey: path.exact) { throw clash(other, input.path, path) }
      }
    }
  }

  /// What stands there already is known by what it is: links give it many names.
  private func checkExisting(_ inputs: [Input]) throws(Failure) {
    var guarded: [FileIdentity: String]?
    var taken: [FileIdentity: String] = [:]
    for input in inputs where input.problem == nil {
      for path in paths(of: input) {
        guard let status = FileSystem.status(world.path(path)), status.kind == .file else { continue }
        if let other = taken.updateValue(input.path, forKey: status.identity) { throw clash(other, input.path, path) }
        let known = guarded ?? self.guarded(inputs)
        guarded = known
        if let what = known[status.identity], !world.hasWritten(path) {
          throw Failure.usage(
            "\(path) is \(what), and would be overwritten", hint: "write to another folder: --output out/")
        }
      }
    }
  }

  /// Refuses results that would take the place of a table that a schedule of the batch reads.
  func checkTables(_ inputs: [Input], _ variants: [Variant], jobs: Int) throws(Failure) {
    guard mayExist else { return }
    var existing: [FileIdentity: String] = [:]
    for input in inputs where input.problem == nil {
      for path in paths(of: input) {
        if let status = FileSystem.status(world.path(path)), status.kind == .file { existing[status.identity] = path }
      }
    }
    guard !existing.isEmpty else { return }
    try Parallel.forEach(inputs, jobs: jobs, in: world) {
      (input: $0, tables: SpecFile.named(by: $0, variants, in: $1))
    } then: { (read) throws(Failure) in
      for table in read.tables {
        guard let status = FileSystem.status(world.path(table)), let path = existing[status.identity] else { continue }
        throw Failure.usage(
          "\(path) is read by \(read.input.path), and would be overwritten",
          hint: "write to another folder: --output out/")
      }
    }
  }

  /// The files that a batch makes.
  func outputFiles(of inputs: [Input]) -> OutputFiles {
    OutputFiles { [self] in inputs.flatMap(paths).map(world.path) }
  }

  private func clash(_ one: String, _ other: String, _ path: String) -> Failure {
    .usage("\(one) and \(other) would both be written to \(path)")
  }

  /// The files that must not be written.
  private func guarded(_ inputs: [Input]) -> [FileIdentity: String] {
    var guarded: [FileIdentity: String] = [:]
    for input in inputs where input.path != "-" && input.problem == nil {
      let golden = Path.beside(input.path, ending: "csv")
      if let status = FileSystem.status(world.path(golden)) { guarded[status.identity] = "the golden of \(input.path)" }
      if let status = FileSystem.status(world.path(input.path)) { guarded[status.identity] = "an input" }
    }
    return guarded
  }

  /// Removes what interrupted runs left where this one writes.
  /// - Parameter stems: what the results are called below an output folder.
  func removeLeftovers(below stems: [String]) {
    guard mayExist else { return }
    let written = stems.flatMap(paths).map(world.path)
    // Beside the file that a link leads to; resolving is for the one file that a person names.
    if case .file = destination.place {
      AtomicFile.removeLeftovers(of: written.map { FileSystem.resolved($0) ?? $0 })
    } else {
      AtomicFile.removeLeftovers(of: written)
    }
  }

  private func paths(of input: Input) -> [String] { paths(below: input.relative) }

  private func paths(below stem: String) -> [String] { destination.outputs(below: stem).compactMap(\.path) }
}
