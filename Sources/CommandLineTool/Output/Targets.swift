import Text

/// The files that a run is about to write.
struct Targets {
  private let destination: Destination
  private let world: World

  init(_ destination: Destination, in world: World) {
    self.destination = destination
    self.world = world
  }

  /// Refuses results that would take the place of an input or a golden, or of each other.
  func check(_ inputs: [Input]) throws(Failure) {
    let guarded = guarded(inputs)
    var taken: [String: String] = [:]
    for input in inputs where input.problem == nil {
      for path in paths(of: input.relative) {
        let real = FileSystem.resolved(world.path(path))
        if let other = taken.updateValue(input.path, forKey: real ?? path) {
          throw Failure.usage("\(other) and \(input.path) would both be written to \(path)")
        }
        if let real, let what = guarded[real] {
          throw Failure.usage(
            "\(path) is \(what), and would be overwritten", hint: "write to another folder: --output out/")
        }
      }
    }
  }

  /// The files that must not be written, by where they really are.
  private func guarded(_ inputs: [Input]) -> [String: String] {
    var guarded: [String: String] = [:]
    for input in inputs where input.path != "-" && input.problem == nil {
      let golden = Path.beside(input.path, ending: "csv")
      if let real = FileSystem.resolved(world.path(golden)) { guarded[real] = "the golden of \(input.path)" }
      if let real = FileSystem.resolved(world.path(input.path)) { guarded[real] = "an input" }
    }
    return guarded
  }

  /// Removes what runs left that were ended from outside, where this one writes.
  func removeLeftovers(of inputs: [Input]) {
    let written = inputs.flatMap { paths(of: $0.relative) }.map(world.path)
    // Beside the file that a link leads to; resolving is for the one file that a person names.
    if case .file = destination.place {
      AtomicFile.removeLeftovers(of: written.map { FileSystem.resolved($0) ?? $0 })
    } else {
      AtomicFile.removeLeftovers(of: written)
    }
  }

  private func paths(of relative: String) -> [String] {
    destination.paths(below: relative).compactMap(\.path)
  }
}
