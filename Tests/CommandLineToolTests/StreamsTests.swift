import Foundation
import Testing
import Text

@testable import CommandLineTool
import System

/// Standard output and error, at a terminal and elsewhere.
@Suite struct StreamsTests {
  private var world: TestWorld

  init() throws { world = try TestWorld() }

  @Test(arguments: [["cosine", "--tmax", "50"], ["help"], ["kinds"], ["--version"], ["render", "a.json"], []])
  mutating func `a closed pipe ends quietly`(words: [String]) throws {
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    world.outputError = .brokenPipe
    #expect(world.run(words) == TestWorld.Ended(status: 0, output: "", error: ""))
  }

  @Test mutating func `a reader that stops changes neither files nor the exit status`() throws {
    for index in 0..<20 { try world.sandbox.write(Schedules.cosine, to: "s/\(index).json") }
    try world.sandbox.write(Schedules.broken, to: "wrong.json")
    var closed = world
    closed.outputError = .brokenPipe
    let lines = [
      ["check", "s"], ["check", "--update", "s"], ["check", "s"], ["check", "s", "wrong.json"],
      ["check", "s", "--report", "junit"], ["render", "--check", "s", "-o", "out/"], ["render", "s", "-o", "out/"],
      ["render", "--check", "s", "-o", "out/"], ["lint", "cosine", "--tmax", "5", "--epochs", "20"],
      ["lint", "wrong.json"],
      ["explain", "s", "wrong.json"], ["at", "s/1.json", "1"], ["render", "wrong.json"],
      ["compare", "s/1.json", "s/2.json"],
    ]
    var statuses: [Int32] = []
    for line in lines { statuses.append(closed.run(line).status) }
    #expect(try world.sandbox.names(in: "s").count == 40 && world.sandbox.names(in: "out").count == 20)
    try world.sandbox.remove("s")
    try world.sandbox.remove("out")
    for index in 0..<20 { try world.sandbox.write(Schedules.cosine, to: "s/\(index).json") }
    #expect(statuses == lines.map { world.run($0).status })
    #expect(statuses.prefix(4) == [1, 0, 0, 2])
  }

  @Test(arguments: [["cosine", "--tmax", "50"], ["help"], ["kinds"], ["render", "a.json"]])
  mutating func `a full disk is an error`(words: [String]) throws {
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    world.outputError = SystemError(number: ENOSPC)
    #expect(
      world.run(words)
        == TestWorld.Ended(
          status: 2, output: "",
          error: "lrplot: error[io]: cannot write to standard output: No space left on device\n"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is an error under any name`() throws {
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    for words in [["cosine", "--tmax", "5", "-o", "/dev/full"], ["render", "a.json", "-o", "/dev/full"]] {
      #expect(
        world.run(words)
          == TestWorld.Ended(
            status: 2, output: "", error: "/dev/full: error[io]: cannot be written: No space left on device\n"))
    }
  }

  @Test func `results and help go to the output, errors to the other stream`() {
    for words in [[], ["--help"], ["help", "cosine"], ["cosine", "-h"], ["kinds"], ["cosine", "--tmax", "3"]] {
      let ended = world.run(words)
      #expect(ended.status == 0)
      #expect(ended.error.isEmpty && !ended.output.isEmpty)
    }
    for words in [["nonsense"], ["cosine"], ["cosine", "--nonsense"], ["render"], ["render", "nowhere"]] {
      let ended = world.run(words)
      #expect(ended.status == 2)
      #expect(ended.output.isEmpty && ended.error.contains("error["))
    }
  }

  @Test(arguments: [
    (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": "0"], false),
    (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false), (true, ["TERM": "xterm"], true),
    (false, ["TERM": "xterm"], false),
  ])
  mutating func `errors are coloured at a terminal that wants it`(
    isTerminal: Bool, environment: [String: String], isColoured: Bool
  ) throws {
    world.errorIsTerminal = isTerminal
    world.environment = environment
    try world.sandbox.write(Schedules.broken, to: "a.json")
    #expect(world.run("cosine").error.contains("\u{1B}[") == isColoured)
    #expect(world.run("render", "a.json").error.contains("\u{1B}[") == isColoured)
  }

  @Test mutating func `results are never coloured`() {
    (world.outputIsTerminal, world.errorIsTerminal) = (true, true)
    for words in [
      ["help"], ["kinds"], ["cosine", "--tmax", "3", "-f", "csv"], ["cosine", "--tmax", "3", "-f", "svg"],
    ] {
      #expect(!world.run(words).output.contains("\u{1B}"))
    }
  }

  /// Reading throws unless a test gives bytes.
  @Test(arguments: [[], ["-q"], ["--"], ["help"], ["kinds"], ["cosine", "--tmax", "5"]])
  func `standard input is read only when it is asked for`(words: [String]) {
    #expect(world.run(words).status == 0)
  }
}
