import Text
import System

/// Everything outside the tool: who asked, what they typed, where bytes come from and go.
///
/// A test makes its own, so that the whole tool runs in-process.
struct World: Sendable {
  /// The command line without the program's name.
  var arguments: [String]
  /// The folder that relative paths are relative to; empty for the process's own.
  var folder = ""
  var readInput: @Sendable () throws(SystemError) -> Bytes
  var writeOutput: @Sendable (Bytes) throws(SystemError) -> Void
  var writeError: @Sendable (Bytes) -> Void
  var outputIsTerminal = false
  var errorIsTerminal = false
  /// Whether there are colours, where the line says so.
  var color: Bool?
  /// The columns and lines of the terminal that standard output is.
  var outputSize: @Sendable () -> (columns: Int, lines: Int)? = { nil }
  var environment: @Sendable (String) -> String?
  /// What the command line asks of everything that is read and shown.
  var request = Request()
  /// How many specs are worked on at once: what `--jobs` says, else as many as there are processors.
  ///
  /// To count them means to read a file, which a start should not wait for.
  var jobs: Int {
    get { givenJobs ?? CurrentProcess.processorCount }
    set { givenJobs = newValue }
  }
  private var givenJobs: Int?

  /// This worker's share of the memory; `nil` where there is only one.
  var memory: MemoryBudget.Share?

  /// The gate that everything that writes a file goes through.
  let gate = WriteGate()

  /// The files that this run writes, which no schedule may read.
  var outputFiles: OutputFiles?

  /// Called with every file that is about to be read.
  var noteRead: @Sendable (String) -> Void = { _ in }

  /// Called with every file that has been written.
  var noteWritten: @Sendable (String) -> Void = { _ in }
  /// Whether a file has been written before by the same program, so that nothing is lost with it.
  var hasWritten: @Sendable (String) -> Bool = { _ in false }
  /// Seconds on a clock that only goes forward.
  var uptime: @Sendable () -> Double = { 0 }
  /// Waits for a moment, and returns whether to go on.
  var pause: @Sendable () -> Bool = { false }

  init(
    arguments: [String], readInput: @escaping @Sendable () throws(SystemError) -> Bytes,
    writeOutput: @escaping @Sendable (Bytes) throws(SystemError) -> Void,
    writeError: @escaping @Sendable (Bytes) -> Void,
    environment: @escaping @Sendable (String) -> String?
  ) {
    self.arguments = arguments
    self.readInput = readInput
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.environment = environment
  }

  /// The running process.
  static func current(arguments: [String]) -> World {
    var world = World(
      arguments: arguments,
      readInput: { () throws(SystemError) in try Descriptor.standardInput.readAll() },
      writeOutput: { (bytes) throws(SystemError) in try Descriptor.standardOutput.writeAll(bytes) },
      // When even the error stream is closed, there is nowhere left to report it.
      writeError: { try? Descriptor.standardError.writeAll($0) },
      environment: { CurrentProcess.environment($0) })
    world.outputIsTerminal = Descriptor.standardOutput.isTerminal
    world.errorIsTerminal = Descriptor.standardError.isTerminal
    world.outputSize = { Descriptor.standardOutput.terminalSize }
    world.uptime = { CurrentProcess.uptime }
    world.pause = {
      CurrentProcess.sleep(milliseconds: 200)
      return true
    }
    return world
  }

  /// A path as the system needs it.
  func path(_ path: String) -> String {
    folder.isEmpty || path.utf8.first == UInt8(ascii: "/") ? path : "\(folder)/\(path)"
  }

  /// Whether messages are coloured.
  var colorsErrors: Bool { isColored(onTerminal: errorIsTerminal) }

  /// Whether findings and previews on standard output are coloured.
  var colorsOutput: Bool { isColored(onTerminal: outputIsTerminal) }

  /// As the line says, or the environment: `NO_COLOR` on the one side, `CLICOLOR_FORCE` and `FORCE_COLOR` on the other.
  private func isColored(onTerminal isTerminal: Bool) -> Bool {
    if let color { return color }
    if !(environment("NO_COLOR") ?? "").isEmpty { return false }
    let isForced = ["CLICOLOR_FORCE", "FORCE_COLOR"].contains { !["", "0", "false"].contains(environment($0) ?? "") }
    return isForced || isTerminal && environment("TERM") != "dumb"
  }
}
