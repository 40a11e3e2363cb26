import Foundation
import Testing

@testable import CommandLineTool

@Suite struct ExplainCommandTests {
  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func series(_ spec: String) throws -> [[String: Any]] {
    var world = try TestWorld()
    world.input = Array(spec.utf8)
    let ended = world.run("explain", "-", "--format", "json")
    #expect(ended.status == 0 && ended.error == "")
    let files = try #require(try object(ended.output)["files"] as? [[String: Any]])
    return try #require(files.first?["series"] as? [[String: Any]])
  }

  private func point(_ value: Any?) -> [Double?] {
    let point = value as? [String: Any] ?? [:]
    return ["step", "epoch", "value"].map { (point[$0] as? NSNumber)?.doubleValue }
  }

  @Test func `leaps are reported with both values, and every phase has a name`() throws {
    var world = try TestWorld()
    world.input = Array(
      #"""
      {"epochs": 10, "steps_per_epoch": 425, "optimizer": {"lr": 2e-6}, "scheduler": {"type": "lambda", "interval": "step",
       "lr_lambda": "min(1, step / 600) if step < 425 else 0.5 * (1 + cos(pi * (step // 425) / 10))"}}
      """#.utf8)
    let staircase = world.run("explain", "-").output
    #expect(staircase.contains("jumps from 1.413e-6 to 1.951e-6"))
    world.input = Array(
      #"""
      {"epochs": 210, "steps_per_epoch": 25, "scheduler": [
       {"type": "mmengine.LinearLR", "begin": 0, "end": 500, "start_factor": 0.001, "by_epoch": false},
       {"type": "mmengine.MultiStepLR", "begin": 0, "end": 210, "milestones": [170, 200], "by_epoch": true}]}
      """#.utf8)
    let windows = world.run("explain", "-").output
    #expect(windows.contains("steps 500 to 5249  multistep  starts at 0.1 and drops"), "\(windows)")
  }

  @Test func `the report is one object with every file`() throws {
    let world = try Repository.world(longest: Repository.longestHere)
    let ended = world.run("explain", "schedules", "--format", "json")
    let report = try object(ended.output)
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(ended.status == 0 && report["schema"] as? String == "lrplot/explain/1")
    #expect(
      files.count == (try world.sandbox.tree("schedules").count { $0.hasSuffix(".json") && !$0.contains(".schema") }))
    for object in files {
      #expect(Set(object.keys).isSuperset(of: ["path", "title", "epochs", "steps_per_epoch", "steps", "series"]))
      for series in try #require(object["series"] as? [[String: Any]]) {
        let keys = ["name", "quantity", "curve", "group", "first", "peak", "minimum", "final", "mean"]
        #expect(Set(series.keys).isSuperset(of: keys))
        #expect((series["area"] != nil) == (series["quantity"] as? String == "lr"))
      }
    }
  }

  @Test func `numbers are exact, and places are counted in steps and epochs`() throws {
    let rate = try series(
      #"{"epochs": 4, "steps_per_epoch": 2, "optimizer": {"type": "SGD", "lr": 1}, "scheduler": {"type": "StepLR", "step_size": 1, "gamma": 0.5}}"#
    )[0]
    #expect(point(rate["peak"]) == [0, 0, 1])
    #expect(point(rate["minimum"]) == [6, 3, 0.125])
    #expect(point(rate["final"]) == [7, 3, 0.125])
    #expect((rate["area"] as? NSNumber)?.doubleValue == 3.75)
    let half = try #require(rate["half_of_peak"] as? [String: Any])
    #expect(point(half["down"]) == [2, 1, 0.5])
    #expect(half["up"] is NSNull)
  }

  @Test func `a metric tells what it has lowered`() throws {
    let rate = try series(
      #"{"scheduler": {"type": "ReduceLROnPlateau", "patience": 1}, "metric": {"values": [3, 4, 5, 6, 2]}}"#)[0]
    let reductions = try #require(rate["reductions"] as? [[String: Any]])
    #expect(reductions.count == 1)
    #expect((reductions[0]["step"] as? NSNumber)?.intValue == 3)
    #expect((reductions[0]["metric"] as? NSNumber)?.doubleValue == 5)
    let other = try series(#"{"scheduler": {"type": "StepLR", "step_size": 1}, "metric": 1, "epochs": 3}"#)
    #expect(other[0]["reductions"] == nil && other[1]["name"] as? String == "metric")
  }

  @Test func `a file with an error stops no other`() throws {
    let world = try TestWorld()
    try world.sandbox.write(Schedules.broken, to: "bad.json")
    try world.sandbox.write(Schedules.cosine, to: "good.json")
    let ended = world.run("explain", "bad.json", "good.json", "gone.json")
    #expect(ended.status == 2)
    #expect(ended.output.hasPrefix("good.json\n"))
    #expect(ended.error.contains("bad.json:1:24: error[param]") && ended.error.contains("gone.json: error[io]"))
    #expect(world.run("explain", "bad.json", "-o", "out.txt").status == 2)
    #expect(!world.sandbox.exists("out.txt"))
  }

  @Test func `the ending of a file says the format`() throws {
    let world = try TestWorld()
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    #expect(world.run("explain", "a.json", "-o", "told.json").status == 0)
    let files = try object(try world.sandbox.text("told.json"))["files"] as? [[String: Any]]
    #expect(files?.map { $0["path"] as? String } == ["a.json"])
    #expect(world.run("explain", "a.json", "-o", "a.json").status == 2)
    #expect(try world.sandbox.text("a.json") == Schedules.cosine)
  }

  @Test func `what a file says of itself cannot command a terminal`() throws {
    var world = try TestWorld()
    world.input = Array(#"{"title": "a\u001bc", "epochs": 1, "scheduler": {"type": "constant"}}"#.utf8)
    let ended = world.run("explain", "-")
    #expect(ended.output.hasPrefix("<stdin>: a␛c\n"))
  }
}
