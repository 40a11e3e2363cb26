import Diagnostics
import JSON
import Testing
import Text

@testable import Schedules

@Suite struct OverrideTests {
  private static let file = #"""
    {"scheduler": {"type": "SequentialLR", "milestones": [3], "schedulers": [
      {"type": "LinearLR", "total_iters": 3}, {"type": "CosineAnnealingLR", "T_max": 5}]}}
    """#

  private func value(_ json: String) throws -> Value { try Scanner.read(Source(name: "t", bytes: Bytes(json.utf8))) }

  /// The file with a value in place, written on one line; or what is wrong, and where in the path.
  private func result(_ path: String, _ json: String, in file: String = file) throws -> String {
    var start = 0
    let steps = path.split(separator: ".", omittingEmptySubsequences: false).map { name in
      defer { start += name.utf8.count + 1 }
      return Override.Step(String(name), at: SourceRange(start, start + name.utf8.count))
    }
    do {
      let changed = try Override(steps, to: value(json)).apply(to: value(file))
      return String(changed.text(width: 1000).text.dropLast())
    } catch let error as Diagnostic {
      let range = try #require(error.range)
      let place = Bytes(Bytes(path.utf8)[range.lower..<range.upper]).text
      return "\(error.code.rawValue) at \(place): \(error.message)" + (error.hint.map { "; \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("a", "3", #"{ "a": 3, "b": [1, { "c": 2 }] }"#), ("b.1.c", "[]", #"{ "a": 1, "b": [1, { "c": [] }] }"#),
    ("b.0", "true", #"{ "a": 1, "b": [true, { "c": 2 }] }"#),
    ("b.1.d", "4", #"{ "a": 1, "b": [1, { "c": 2, "d": 4 }] }"#),
    ("A", "2", #"{ "a": 2, "b": [1, { "c": 2 }] }"#),
    ("epochs", "2", #"{ "a": 1, "b": [1, { "c": 2 }], "epochs": 2 }"#),
    ("plot.y", "4", #"{ "a": 1, "b": [1, { "c": 2 }], "plot": { "y": 4 } }"#),
    ("optimizer.type", "4", #"{ "a": 1, "b": [1, { "c": 2 }], "optimizer": { "type": 4 } }"#),
    (
      "optimizer.lr", "4",
      #"{ "a": 1, "b": [1, { "c": 2 }], "optimizer": { "type": "SGD", "lr": 4, "momentum": 0.9 } }"#
    ),
  ])
  func `puts a value in its place, and adds keys that a file may have`(
    path: String, json: String, expected: String
  ) throws {
    #expect(try result(path, json, in: #"{"a": 1, "b": [1, {"c": 2}]}"#) == expected)
  }

  @Test func `finds keys in any spelling, and keeps the file's`() throws {
    #expect(try result("scheduler.schedulers.1.t-max", "9").contains(#""T_max": 9"#))
    #expect(try result("Scheduler.SCHEDULERS.0.totalIters", "9").contains(#""total_iters": 9"#))
  }

  @Test func `gives a curve without an optimizer the file's`() throws {
    let file = #"{"optimizer": {"type": "Adam", "lr": 1}, "curves": [{"name": "a"}, {"name": "b"}]}"#
    let changed = try result("curves.1.optimizer.lr", "2", in: file)
    #expect(changed.contains(#"{ "name": "b", "optimizer": { "type": "Adam", "lr": 2 } }"#))
    #expect(changed.contains(#"{ "name": "a" }"#))
  }

  @Test(arguments: [
    (
      "schedular.T_max",
      "usage at schedular: the schedule file has no “schedular”; did you mean “scheduler.T_max”?"
    ),
    ("T_max", "usage at T_max: the schedule file has no “T_max”; did you mean “scheduler.schedulers.1.T_max”?"),
    (
      "schedulers.0.total_iters",
      "usage at schedulers: the schedule file has no “schedulers”; did you mean “scheduler.schedulers.0.total_iters”?"
    ),
    (
      "scheduler.schedulers.2.T_max",
      "usage at 2: “scheduler.schedulers” is an array of 2, and “2” is none of its places; they go from 0 to 1"
    ),
    (
      "scheduler.schedulers.-1.T_max",
      "usage at -1: “scheduler.schedulers” is an array of 2, and “-1” is none of its places; they go from 0 to 1"
    ),
    (
      "scheduler.milestones.x",
      "usage at x: “scheduler.milestones” is an array of 1, and “x” is none of its places; 0 is the only one"
    ),
    ("scheduler.type.x", "usage at x: “scheduler.type” is a string, and has no “x” inside"),
    ("epoch", "usage at epoch: the schedule file has no “epoch”; did you mean “epochs”?"),
    ("scheduler.childs.0", "usage at childs: “scheduler” has no “childs”"),
    (
      "scheduler.schedulerss.0.T_max",
      "usage at schedulerss: “scheduler” has no “schedulerss”; did you mean “scheduler.schedulers.0.T_max”?"
    ),
    ("nothing.like.it", "usage at nothing: the schedule file has no “nothing”"),
  ])
  func `says where a way ends that leads nowhere`(path: String, expected: String) throws {
    #expect(try result(path, "1") == expected)
  }

  @Test func `leaves unknown last keys of inner objects to the reader, who knows them`() throws {
    #expect(try result("scheduler.schedulers.1.T_maxx", "1").contains(#""T_maxx": 1"#))
  }
}
