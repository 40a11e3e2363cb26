import Testing

@testable import Schedules

@Suite struct MetricTests {
  private func file(_ metric: String) -> String {
    #"{"epochs": 2, "scheduler": {"type": "step", "step_size": 1}, "metric": \#(metric)}"#
  }

  private func values(_ metric: String, files: [String: String] = [:]) throws -> [Double?] {
    let metric = try #require(try spec(file(metric), files: files).metric)
    return try (0..<4).map { try metric.value(at: $0) }
  }

  @Test func `is a number, a list, a formula or a column`() throws {
    #expect(try values("0.5") == [0.5, 0.5, 0.5, 0.5])
    #expect(try values(#"{"values": [3, 2.5, 1]}"#) == [3, 2.5, 1, nil])
    #expect(try values(#"{"expression": "1 / (epoch + 1)"}"#) == [1, 0.5, 1.0 / 3, 0.25])
    let log = ["run.csv": "step,val_loss\n0,0.5\n1,0.25\n"]
    #expect(try values(#"{"csv": "run.csv", "column": "val_loss"}"#, files: log) == [0.5, 0.25, nil, nil])
  }

  @Test(arguments: [
    "epoch,loss\n0,3\n1,\n2,2\n3,  \n4,1\n", "loss\r\n3\r\n2\r\n1\r\n", "\u{FEFF}loss,\"a,b\"\n3,x\n2,y\n1,z",
    "\"loss\",x\n\"3\",0\n +2 ,0\n1.,0\n", "x,loss\n0,3\n0\n0,2\n0,1e0\n",
    "\n\nloss,x\n\n3\n\n,5\n2,\n1,1,1,1\n", "x,loss\n,3\n,2\n\n,1",
  ])
  func `skips blank cells, and reads numbers as logs write them`(log: String) throws {
    #expect(try values(#"{"csv": "a/run.csv", "column": "loss"}"#, files: ["a/run.csv": log]) == [3, 2, 1, nil])
  }

  @Test(arguments: [
    (#""0.5""#, #"spec at "0.5": “metric” is a number, “loss” or an object, not a string"#),
    ("null", "spec at null: “metric” is a number, “loss” or an object, not null"),
    ("1e400", "value at 1e400: “metric” is beyond the range of a double"),
    ("{}", "spec at {: a metric has exactly one of “values”, “csv” and “expression”"),
    (
      #"{"values": [1], "expression": "1"}"#, "spec at {: a metric has exactly one of “values”, “csv” and “expression”"
    ),
    (#"{"values": 3}"#, "value at 3: “values” must be an array, each element a number, not 3"),
    (#"{"values": [1, "2"]}"#, #"value at "2": “values” must be a number, not a string"#),
    (#"{"expression": 3}"#, "value at 3: “expression” must be an expression in a string, not 3"),
    (#"{"expression": "1 +"}"#, "expression"),
    (#"{"csv": "run.csv"}"#, #"spec at "csv": “csv” needs a “column”"#),
    (#"{"values": [1], "column": "x"}"#, #"spec at "column": “column” belongs to “csv”"#),
    (#"{"csv": 3, "column": "x"}"#, "value at 3: “csv” must be a string, not 3"),
    (#"{"csv": "no.csv", "column": "x"}"#, #"io at "no.csv": there is no file no.csv"#),
    (
      #"{"csv": "run.csv", "column": "val_los"}"#,
      #"value at "val_los": run.csv has no column “val_los”; did you mean “val_loss”?"#
    ),
    (
      #"{"csv": "run.csv", "column": "note"}"#,
      #"value at "run.csv": run.csv, row 2: “bad” in column “note” is not a number"#
    ),
    (#"{"csv": "empty.csv", "column": "x"}"#, #"value at "x": empty.csv has no column “x”"#),
    (#"{"value": [1]}"#, #"spec at {: a metric has exactly one of “values”, “csv” and “expression”"#),
  ])
  func `refuses`(metric: String, expected: String) {
    let log = "step,val_loss,note\n0,0.5,1\n1,0.25,bad\n"
    let found = complaints(aboutFile: file(metric), files: ["run.csv": log, "empty.csv": ""])
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func `names the epoch at which a formula fails`() throws {
    #expect(throws: (any Error).self) { try values(#"{"expression": "1 / (epoch - 2)"}"#) }
  }
}
