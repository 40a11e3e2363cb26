import Foundation
import Testing

@testable import CommandLineTool

/// Logs of one plan, held against it by the program.
@Suite struct LogCheckTests {
  private let world: TestWorld
  private let rates: [Double]
  private static let steps = 0..<1000

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(LogCheckTests.plan(), to: "plan.json")
    rates = LogCheckTests.rates(of: world, "plan.json")
  }

  private static func plan(warmUp: Int = 100, total: Int = 1000) -> String {
    """
    {"steps": \(total), "optimizer": {"type": "AdamW", "lr": 0.001},
     "scheduler": {"type": "transformers.cosine", "num_warmup_steps": \(warmUp), "num_training_steps": \(total)}}
    """
  }

  private static func rates(of world: TestWorld, _ path: String) -> [Double] {
    world.run("render", path, "-f", "csv").output.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").last.flatMap { Double($0) }
    }
  }

  /// Writes a log of every tenth step and checks it.
  private func check(
    _ words: String..., every: Int = 10, rate: (Int) -> Double?
  ) throws -> (status: Int32, output: String, error: String) {
    let lines = stride(from: 0, to: 1000, by: every).compactMap { step in rate(step).map { "\(step),\($0)" } }
    try world.sandbox.write((["step,lr"] + lines).joined(separator: "\n") + "\n", to: "log.csv")
    let ended = world.run(["check", "plan.json", "--log", "log.csv"] + words)
    return (Int32(ended.status), ended.output, ended.error)
  }

  @Test func `a log that does what the plan says agrees`() throws {
    let ended = try check { rates[$0] }
    #expect(ended.status == 0)
    #expect(ended.output.contains("log.csv: agrees at all 100 readings (to the bit, row N)\n"))
  }

  @Test func `it is compared as exactly as it is written`() throws {
    let ended = try check { Double(String(format: "%.3e", rates[$0])) }
    #expect(ended.status == 0 && ended.output.contains("agrees at all 100 readings (to 4 digits, row N)"))
    #expect(try check { Double(String(format: "%.3e", rates[$0] * 1.002)) }.status == 1)
    #expect(try check("--rtol", "0.01") { rates[$0] * 1.002 }.status == 0)
  }

  /// What becomes of the rates, and what it is called.
  struct Change: Sendable {
    let name: String
    let rate: @Sendable ([Double], Int) -> Double?
  }

  static let changes = [
    Change(name: "scaled by 4\n") { $0[$1] * 4 },
    Change(name: "2 rows late from step 820 on\n") { $1 < 812 ? $0[$1] : $0[$1 - 2] },
    Change(name: "1 row late, 3 rows late from step 400 on\n") {
      $1 < 5 ? $0[$1] : $0[$1 - ($1 < 400 ? 1 : 3)]
    },
    Change(name: "500 rows early\n") { $1 < 500 ? $0[$1 + 500] : nil },
    Change(name: "one reading\n") { $1 == 500 ? $0[$1] * 2 : $0[$1] },
    Change(name: "constant at 0.0005868240888334653 from step 510 on\n") { $0[min($1, 500)] },
  ]

  @Test(arguments: changes)
  func `what differences have in common is named`(change: Change) throws {
    let ended = try check { change.rate(rates, $0) }
    #expect(ended.status == 1)
    #expect(ended.output.contains("  pattern: \(change.name)"), "\(ended.output)")
  }

  @Test(arguments: [
    ("stretched to 1200 steps", 100, 1200), ("stretched to 800 steps", 100, 800), ("no warm-up", 0, 1000),
    ("a warm-up of 50 steps", 50, 1000),
  ])
  func `a schedule of another length or warm-up is found out`(name: String, warmUp: Int, total: Int) throws {
    try world.sandbox.write(LogCheckTests.plan(warmUp: warmUp, total: total), to: "other.json")
    let other = LogCheckTests.rates(of: world, "other.json")
    for digits in [17, 4] {
      let ended = try check { step in
        other.indices.contains(step) ? Double(String(format: "%.\(digits - 1)e", other[step])) : nil
      }
      #expect(ended.status == 1)
      #expect(ended.output.contains("  pattern: \(name)"), "\(ended.output)")
    }
  }

  @Test func `differences without a pattern have none`() throws {
    let ended = try check { rates[$0] * (1 + 0.5 * sin(Double($0 * $0))) }
    #expect(ended.status == 1 && !ended.output.contains("pattern:"))
    #expect(ended.output.contains("diverges at step 10 (row 10): logged "))
  }

  @Test func `a console of skipped updates says what is late`() throws {
    let lines = [1, 2, 3, 4, 8, 9].map { step in
      " iteration \(step)/ 1000 | learning rate: \(String(format: "%.6E", rates[step < 4 ? step : step - 1])) | "
        + "number of skipped iterations: \(step == 4 ? 1 : 0) |"
    }
    try world.sandbox.write(lines.joined(separator: "\n") + "\n", to: "log.txt")
    let ended = world.run("check", "plan.json", "--log", "log.txt")
    #expect(ended.status == 1)
    #expect(ended.output.contains("diverges at step 4 (row 4): logged 3e-05, planned 4e-05, -25 %"))
    #expect(ended.output.contains("  pattern: 1 row late from step 4 on\n"))
    #expect(ended.output.contains("the log reports 1 skipped update"))
  }

  @Test func `only the offsets of a form are tried, and one can be said`() throws {
    for (offset, expected) in [(-1, "row N−1"), (0, "row N")] {
      let rows = (1...900).map { #"{"current_steps": \#($0), "total_steps": 1000, "lr": \#(rates[$0 + offset])}"# }
      try world.sandbox.write(rows.joined(separator: "\n") + "\n", to: "log.jsonl")
      let ended = world.run("check", "plan.json", "--log", "log.jsonl")
      #expect(ended.status == 0 && ended.output.contains("readings (to the bit, \(expected))"))
      let other = world.run("check", "plan.json", "--log", "log.jsonl", "--offset", "\(-1 - offset)")
      #expect(other.status == 1 && other.output.contains("as --offset says"))
    }
  }

  @Test func `a torn last line is a warning`() throws {
    for tail in ["", "50", "50,", "50,0.0", "50,\(rates[50] / 10)"] {
      try world.sandbox.write("step,lr\n10,\(rates[10])\n20,\(rates[20])\n\(tail)", to: "log.csv")
      let ended = world.run("check", "plan.json", "--log", "log.csv")
      #expect(ended.status == 0, "\(tail)")
      #expect(ended.output.contains("warning: the last line is torn") == (tail != "" && tail != "50,"), "\(tail)")
    }
  }

  @Test func `readings beyond the plan are counted, and a log of none refused`() throws {
    let ended = try check { $0 < 990 ? rates[$0] : nil }
    #expect(ended.status == 0)
    try world.sandbox.write("step,lr\n10,\(rates[10])\n5000,1\n6000,1\n", to: "log.csv")
    let beyond = world.run("check", "plan.json", "--log", "log.csv")
    #expect(beyond.status == 0 && beyond.output.contains("2 beyond the plan (from step 5000 on)"))
    try world.sandbox.write("step,lr\n5000,1\n", to: "log.csv")
    #expect(world.run("check", "plan.json", "--log", "log.csv").status == 2)
  }

  @Test func `several logs are reported one by one, and the worst decides`() throws {
    _ = try check { rates[$0] }
    try world.sandbox.write("step,lr\n0,1\n1,1\n", to: "other.csv")
    let ended = world.run("check", "plan.json", "--log", "log.csv", "--log", "other.csv", "--log", "none.csv")
    #expect(ended.status == 2)
    #expect(ended.output.contains("log.csv: agrees") && ended.output.contains("other.csv: diverges"))
    #expect(ended.output.contains("none.csv: "))
  }

  @Test func `a log is read from standard input`() throws {
    var world = world
    world.input = Array("step,lr\n10,\(rates[10])\n20,\(rates[20])\n".utf8)
    #expect(world.run("check", "plan.json", "--log", "-").status == 0)
    #expect(world.run("check", "-", "--log", "-").status == 2)
  }

  @Test(arguments: ["--update", "--exact", "--golden=g", "--strict", "--atol-peak=1"])
  func `what belongs to goldens means nothing beside a log`(flag: String) throws {
    let ended = try check(flag) { rates[$0] }
    #expect(ended.status == 2 && ended.error.contains("has no meaning beside --log"))
  }

  @Test func `options of logs mean nothing without one`() {
    #expect(world.run("check", "plan.json", "--offset", "1").status == 2)
    #expect(world.run("check", "plan.json", "plan.json", "--log", "x").status == 2)
    #expect(world.run("check", ".", "--log", "x").status == 2)
  }

  @Test func `reports are for machines`() throws {
    let json = try check("--format", "json") { rates[$0] * 4 }
    #expect(json.status == 1)
    for text in [
      #""schema": "lrplot/check/1""#, #""verdict": "diverges""#, #""pattern": "scaled by 4""#,
      #""convention": "row N""#,
      #""used": 100"#, #""step": 10"#,
    ] { #expect(json.output.contains(text), "\(text)") }
    let github = try check("--report", "github") { rates[$0] * 4 }
    #expect(
      github.output.hasPrefix("::error file=log.csv,line=3,col=1,title=lrplot check%3A diverges::diverges at step 10"))
    let junit = try check("--report", "junit") { rates[$0] * 4 }
    #expect(junit.output.contains("<failure message=\"diverges at step 10"))
    #expect(try check("-q") { rates[$0] }.output == "")
  }

  @Test func `groups and columns find each other by name, by order, or by option`() throws {
    try world.sandbox.write(
      """
      {"steps": 10, "optimizer": {"lr": 0.1, "param_groups": [{"name": "backbone", "lr": 0.01}, {"name": "head"}]},
       "scheduler": {"type": "ExponentialLR", "gamma": 0.5, "interval": "step"}}
      """, to: "groups.json")
    func log(_ header: String, _ first: Double, _ second: Double) throws {
      let rows = (0..<10).map { "\($0),\(first * pow(0.5, Double($0))),\(second * pow(0.5, Double($0)))" }
      try world.sandbox.write(([header] + rows).joined(separator: "\n") + "\n", to: "log.csv")
    }
    func status(_ words: String...) -> Int {
      Int(world.run(["check", "groups.json", "--log", "log.csv"] + words).status)
    }
    try log("step,lr-SGD/head,lr-SGD/backbone", 0.1, 0.01)
    #expect(status() == 0)
    try log("step,lr/0,lr/1", 0.01, 0.1)
    #expect(status() == 0)
    try log("step,lr/0,lr/1", 0.1, 0.01)
    #expect(status() == 1)
    #expect(status("--column", "lr/0", "--group", "head") == 0)
    #expect(status("--group", "hed") == 2)
    #expect(
      world.run("check", "plan.json", "--log", "log.csv").error.contains("the log has several rates: “lr/0”, “lr/1”"))
  }

  @Test func `the numbers of a log that diverges are written`() throws {
    #expect(try check("--diff", "out") { rates[$0] * 4 }.status == 1)
    #expect(
      try world.sandbox.text("out/log.csv").hasPrefix("step,row,logged,planned\n0,0,0.0,0.0\n10,10,0.0004,0.0001\n"))
    #expect(try check("--diff", "none") { rates[$0] }.status == 0)
    #expect(!world.sandbox.exists("none"))
    #expect(try check("--diff", ".") { rates[$0] * 4 }.status == 2)
  }
}
