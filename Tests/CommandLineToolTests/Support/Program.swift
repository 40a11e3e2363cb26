import Foundation

/// A program of the system, run for real; tests that need one are skipped where it is missing.
struct Program {
  private let url: URL

  /// The program of a name, if it is installed.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { URL(filePath: "\($0)/\(name)") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path())
    }
    guard let found else { return nil }
    url = found
  }

  /// Runs it with nothing on its standard input, and gives its output and errors together.
  func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let taken = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = taken
    process.standardError = taken
    try process.run()
    let output = taken.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
