import Synchronization
import Text

@testable import CommandLineTool
import System

/// A world made by hand: the whole tool runs in this process, in a folder of its own.
struct TestWorld {
  var sandbox: Sandbox
  var input: Bytes?
  var environment: [String: String] = [:]
  var outputIsTerminal = false
  var errorIsTerminal = false
  var jobs = 1
  var uptime: @Sendable () -> Double = { 0 }
  /// What standard output says to a write.
  var outputError: SystemError?
  /// What happens while somebody waits; gives whether to go on.
  var pause: @Sendable () -> Bool = { false }

  init() throws { sandbox = try Sandbox() }

  /// How a command ended.
  struct Ended: Equatable {
    let status: Int32
    let output: String
    let error: String
  }

  func run(_ words: String...) -> Ended { run(words) }

  func run(_ words: [String]) -> Ended {
    let (output, error) = (Stream(), Stream())
    let (input, outputError, environment) = (input, outputError, environment)
    var world = World(
      arguments: words,
      readInput: { () throws(SystemError) in
        // Nobody may wait for a person who has not been asked anything.
        guard let input else { throw SystemError(number: 5) }
        return input
      },
      writeOutput: { (bytes) throws(SystemError) in
        if let outputError { throw outputError }
        output.append(bytes)
      },
      writeError: { error.append($0) },
      environment: { environment[$0] })
    world.folder = sandbox.path
    world.outputIsTerminal = outputIsTerminal
    world.errorIsTerminal = errorIsTerminal
    world.jobs = jobs
    world.uptime = uptime
    world.pause = pause
    let exit = Tool.run(in: world)
    return Ended(status: exit.rawValue, output: output.text, error: error.text)
  }
}

/// Bytes that were written, from whatever thread.
private final class Stream: Sendable {
  private let bytes = Mutex(Bytes())

  func append(_ more: Bytes) { bytes.withLock { $0 += more } }

  var text: String { bytes.withLock { $0.text } }
}
