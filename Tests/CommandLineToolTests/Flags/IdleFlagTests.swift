import Foundation
import Testing

@testable import CommandLineTool

/// Options that would change nothing are refused or told, and never taken in silence.
@Suite struct IdleFlagTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    for (name, rate) in [("a.json", "1"), ("b.json", "0.5")] {
      try world.sandbox.write(
        "{\"steps\": 10, \"optimizer\": {\"lr\": \(rate)}, \"scheduler\": {\"type\": \"ExponentialLR\", \"gamma\": 0.5}}",
        to: name)
    }
    try world.sandbox.write("learning_rate: 0.1\nmax_steps: 10\nlr_scheduler_type: cosine\n", to: "train.yaml")
    try world.sandbox.write("step,lr\n0,1\n2,0.25\n4,0.0625\n", to: "log.csv")
  }

  @Test(arguments: [
    ["compare", "a.json", "b.json"], ["render", "a.json", "b.json", "-o", "out/"], ["explain", "a.json", "b.json"],
    ["lint", "a.json", "b.json"], ["compare", "a.json", "log.csv"],
  ])
  func `a rate for configurations is refused where no file is one`(words: [String]) {
    let ended = world.run(words + ["--lr", "0.2"])
    #expect(ended.status == 2)
    #expect(ended.error.contains("“--lr” is an option for kinds and trainers’ configurations"))
    #expect(ended.error.contains("--set optimizer.lr=…"))
  }

  @Test(arguments: ["lint", "explain", "render"])
  func `of a folder it is refused once, and not for each of its files`(command: String) throws {
    for name in ["folder/a.json", "folder/b.json"] {
      try world.sandbox.write(#"{"steps": 9, "scheduler": {"type": "constant"}}"#, to: name)
    }
    let ended = world.run(command, "folder", "--lr", "0.2")
    #expect(ended.status == 2)
    #expect(ended.error.components(separatedBy: "“--lr” is an option").count == 2, "\(ended.error)")
  }

  @Test(arguments: [
    ("train.yaml", "learning_rate: 0.1\nmax_steps: 10\nlr_scheduler_type: cosine\n"),
    ("train.json", #"{"learning_rate": 0.1, "max_steps": 10, "lr_scheduler_type": "cosine"}"#),
    ("lines.json", "{\n\"learning_rate\": 0.1,\n\"max_steps\": 10,\n\"lr_scheduler_type\": \"cosine\"\n}\n"),
  ])
  func `where one file is a configuration it is meant`(name: String, text: String) throws {
    try world.sandbox.write(text, to: name)
    let ended = world.run("compare", "a.json", name, "--lr", "0.2", "-f", "csv")
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.output.contains("\n0,0,1.0,0.2\n"))
  }

  @Test(arguments: ["--world-size", "--dataset-size", "--accumulate"])
  func `what changes nothing of what a configuration amounts to is reported`(flag: String) {
    for words in [["import"], ["explain"], ["render", "-f", "csv"]] {
      let ended = world.run(words + ["train.yaml", flag, "4"])
      #expect(ended.status == 0)
      #expect(ended.error.contains("\(flag) changes nothing here"), "\(words): \(ended.error)")
    }
    #expect(!world.run("import", "train.yaml", "--lr", "0.3").error.contains("changes nothing"))
    #expect(!world.run("import", "train.yaml", flag, "4", "-q").error.contains("changes nothing"))
  }

  @Test(arguments: [
    ["compare", "a.json", "b.json", "--column", "lr"], ["compare", "a.json", "b.json", "--group", "x"],
    ["check", "a.json", "--offset", "1"], ["check", "a.json", "--group", "x"], ["identify", "log.csv", "--group", "x"],
    ["check", "a.json", "--log", "log.csv", "--log-every", "5"],
  ])
  func `what says how a log is read is refused where it says nothing`(words: [String]) {
    let ended = world.run(words)
    #expect(ended.status == 2, "\(ended.output)\(ended.error)")
    #expect(ended.error.contains("error[usage]"))
  }
}
