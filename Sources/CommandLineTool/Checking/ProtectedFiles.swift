import Text
import System

/// The files that a check must not write over: schedule files, what they read, and, for all but `--update`, goldens.
struct ProtectedFiles: Sendable {
  private enum Kind: Sendable {
    case golden, input, reading
  }

  /// By what they are, whatever they are called.
  private var files: [FileIdentity: Kind] = [:]

  /// Gathers them, if anything will be written at all.
  init(of inputs: [Input], _ options: CheckOptions, jobs: Int, in world: World) throws(Failure) {
    guard options.updates || options.differences != nil else { return }
    for input in inputs { add(options.goldens.path(of: input), .golden, in: world) }
    for input in inputs { add(input.path, .input, in: world) }
    // Every schedule is read before the first file is written: what one of them reads may be another's golden.
    try Parallel.forEach(inputs, jobs: jobs, in: world) {
      ProtectedFiles.readings(of: $0, in: $1)
    } then: { (paths) throws(Failure) in
      for path in paths { add(path, .reading, in: world) }
    }
  }

  /// The files that a check makes where there are none yet, which no schedule can have meant to read.
  static func outputFiles(of inputs: [Input], _ options: CheckOptions, in world: World) -> OutputFiles? {
    guard options.updates || options.differences != nil else { return nil }
    return OutputFiles {
      let goldens = options.updates ? inputs.map(options.goldens.path) : []
      let differences = options.differences.map { folder in
        inputs.flatMap { input in ["csv", "svg"].map { Path.join(folder, "\(input.relative).\($0)") } }
      }
      return (goldens + (differences ?? [])).map(world.path).filter { FileSystem.status($0) == nil }
    }
  }

  private static func readings(of input: Input, in world: World) -> [String] {
    var files: [String] = []
    guard input.path != "-", let source = try? SpecFile.source(input.path, in: world) else { return [] }
    _ = try? SpecFile.read(source, at: input.path, noting: &files, in: world)
    return files
  }

  private mutating func add(_ path: String, _ kind: Kind, in world: World) {
    guard let status = FileSystem.status(world.path(path)) else { return }
    files[status.identity] = kind
  }

  /// Throws where a protected file would be lost.
  func check(_ path: String, isGolden: Bool = false, in world: World) throws(Failure) {
    guard !files.isEmpty, let status = FileSystem.status(world.path(path)), let kind = files[status.identity] else {
      return
    }
    switch kind {
    case .golden where isGolden: return
    case .golden: throw lost(path, "a golden", "--diff")
    case .input: throw lost(path, "a schedule file", isGolden ? "--golden" : "--diff")
    case .reading: throw lost(path, "read by a schedule", isGolden ? "--golden" : "--diff")
    }
  }

  private func lost(_ path: String, _ what: String, _ flag: String) -> Failure {
    .usage("\(path) is \(what), and would be overwritten", hint: "name another folder: \(flag) DIR")
  }
}
