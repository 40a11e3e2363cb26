import Synchronization
import Testing

@testable import CommandLineTool

@Suite struct WatchCommandTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(file("step"), to: "a.json")
  }

  private func file(_ type: String, _ rest: String = "") -> String {
    #"{"epochs": 3, "scheduler": {"type": "\#(type)", "step_size": 1}\#(rest)}"#
  }

  /// Watches while the given things happen, one at each pause.
  private func watch(_ words: [String], _ happenings: [@Sendable () throws -> Void]) -> TestWorld.Ended {
    let waits = Waits()
    var watched = world
    watched.pause = {
      let index = waits.next()
      guard index < happenings.count else { return false }
      try? happenings[index]()
      return true
    }
    return watched.run(["watch"] + words)
  }

  @Test func `renders at first, and when the file has changed`() throws {
    let sandbox = world.sandbox
    let changed = #"{"epochs": 2, "scheduler": {"type": "step", "step_size": 1, "gamma": 0.5}}"#
    let ended = watch(["a.json", "-o", "out.csv"], [{}, { try sandbox.write(changed, to: "a.json") }, {}])
    #expect(ended.status == 0)
    #expect(
      ended.error == "lrplot: watching a.json; Ctrl-C ends it\nlrplot: wrote out.csv\nlrplot: wrote out.csv\n")
    #expect(try sandbox.text("out.csv") == "step,epoch,lr\n0,0,0.1\n1,1,0.05\n")
  }

  @Test func `keeps the last good results when there is an error`() throws {
    let sandbox = world.sandbox
    let good = world.run("render", "a.json", "-f", "csv").output
    let ended = watch(["a.json", "-o", "out.csv", "-q"], [{ try sandbox.write("{", to: "a.json") }, {}])
    #expect(ended.error.hasPrefix("a.json:1:2: error[json]"))
    #expect(try sandbox.text("out.csv") == good)
    #expect(ended.status == 0)
  }

  @Test func `goes on where its own result stands in a golden's place`() throws {
    let sandbox = world.sandbox
    let changed = #"{"epochs": 2, "scheduler": {"type": "step", "step_size": 1, "gamma": 0.5}}"#
    let ended = watch(["a.json", "-o", "a.csv", "-q"], [{ try sandbox.write(changed, to: "a.json") }, {}])
    #expect(ended == TestWorld.Ended(status: 0, output: "", error: ""))
    #expect(try sandbox.text("a.csv") == "step,epoch,lr\n0,0,0.1\n1,1,0.05\n")
    // What was there before is a golden.
    #expect(watch(["a.json", "-o", "a.csv", "-q"], []).error.contains("is the golden of a.json"))
  }

  @Test func `waits for a file that is taken away`() throws {
    let sandbox = world.sandbox
    let again = file("step")
    let ended = watch(
      ["a.json", "-o", "out.csv", "-q"],
      [{ try sandbox.remove("a.json") }, { try sandbox.write(again, to: "a.json") }, {}])
    #expect(ended.error.split(separator: "\n").count == 1)
    #expect(ended.error.contains("error[io]"))
  }

  @Test func `watches the files that a file names`() throws {
    let sandbox = world.sandbox
    try sandbox.write("loss\n1\n1\n1\n", to: "run.csv")
    try sandbox.write(
      #"""
      {"epochs": 3, "metric": {"csv": "run.csv", "column": "loss"},
       "scheduler": {"type": "plateau", "patience": 0, "factor": 0.5}}
      """#, to: "a.json")
    let ended = watch(["a.json", "-o", "out.csv"], [{ try sandbox.write("loss\n3\n2\n1.5\n", to: "run.csv") }, {}])
    #expect(ended.error.split(separator: "\n").count == 3)
    #expect(try sandbox.text("out.csv").hasSuffix("2,2,0.1,1.5\n"))
  }

  @Test func `tells of a file that is gone once`() throws {
    let sandbox = world.sandbox
    let ended = watch(["a.json", "-o", "out.csv", "-q"], [{ try sandbox.remove("a.json") }, {}, {}, {}])
    #expect(ended.error.split(separator: "\n").count == 1)
  }

  @Test(arguments: [["nope.json", "-o", "out.svg"], ["a.json", "-o", "nowhere/out.svg"]])
  func `does not begin to wait for what is not there`(words: [String]) {
    let ended = watch(words, [{}, {}])
    #expect(ended.status == 2)
    #expect(ended.error.contains("error[io]"))
    #expect(!ended.error.contains("watching"))
  }

  @Test(arguments: [["a.json"], ["-", "-o", "a.svg"], [], [".", "-o", "a.svg"], ["a.json", "-o", "-"]])
  func `refuses what cannot be watched`(words: [String]) {
    let ended = watch(words, [])
    #expect(ended.status == 2)
    #expect(ended.error.contains("error[usage]"))
  }
}

/// Counts how often somebody waited.
private final class Waits: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
