import Diagnostics
import Testing
import Text

@testable import CommandLineTool

@Suite struct SweepTests {
  private func sweep(_ text: String) throws -> Sweep {
    let line = CommandLine([text])
    return try Sweep(line.arguments[0], of: line)
  }

  @Test(arguments: [
    ("gamma=0.9,0.95", "gamma", ["0.9", "0.95"]), ("gamma=1", "gamma", ["1"]), ("a=1 , 2 ", "a", ["1", "2"]),
    ("m=[1,2],[3]", "m", ["[1,2]", "[3]"]), ("f=max(1, 2),x", "f", ["max(1, 2)", "x"]),
    (#"s={"a": 1, "b": 2},"x,y""#, "s", [#"{"a": 1, "b": 2}"#, #""x,y""#]), ("a=b=c,d", "a", ["b=c", "d"]),
    ("f=1),2", "f", ["1)", "2"]),
  ])
  func `values stand between commas outside of brackets`(text: String, name: String, values: [String]) throws {
    let sweep = try sweep(text)
    #expect(sweep.name.text == name)
    #expect(sweep.values.map(\.text) == values)
    for value in sweep.values {
      let bytes = Array("lrplot \(text)".utf8)[value.range.lower..<value.range.upper]
      #expect(Bytes(bytes).text == value.text)
    }
  }

  @Test(arguments: [
    "gamma", "gamma=", "gamma=1,", "gamma=,1", "gamma=1,1", "gamma=0.5,.5", "gamma=0.5,0.50", "gamma=0.5,5e-1", "",
  ])
  func `what sweeps nothing is refused`(text: String) {
    #expect(throws: Failure.self) { try sweep(text) }
  }

  @Test func `thousands of values are not held against each other`() {
    let values = (0..<100_000).map { "x\($0)" }.joined(separator: ",")
    #expect(throws: Failure.self) { try sweep("gamma=\(values)") }
  }

  @Test(arguments: [
    ["render", "s.json", "--sweep", "optimizer.lr=1,2", "--set", "optimizer.lr=3"],
    ["render", "s.json", "--set", "optimizer.lr=3", "--sweep", "optimizer.lr=1,2", "--set", "optimizer={\"lr\": 3}"],
    ["render", "s.json", "--sweep", "optimizer.lr=1,2", "--sweep", "optimizer.lr=3,4"],
    ["render", "s.json", "--sweep", "optimizer.lr=1,2", "--sweep", "Optimizer.LR=3,4"],
    ["cosine", "--tmax", "2", "--sweep", "eta-min=0,0.01", "--set", "scheduler.eta_min=0.02"],
  ])
  func `what is swept is said nowhere else`(line: [String]) throws {
    let world = try TestWorld()
    try world.sandbox.write(Schedules.cosine, to: "s.json")
    let ended = world.run(line)
    #expect(ended.status == 2 && ended.error.contains("are the same schedule"), "\(ended)")
  }

  @Test(arguments: [
    ("gamma=1", "gamma"), ("scheduler.gamma=1", "gamma"), ("scheduler.milestones.0=1", "scheduler.milestones.0"),
  ])
  func `a curve is called by the last key`(text: String, label: String) throws {
    #expect(try sweep(text).label == label)
  }
}
