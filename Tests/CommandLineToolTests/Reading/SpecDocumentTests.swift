import Testing

@testable import CommandLineTool

@Suite struct SpecDocumentTests {
  private static let schedule = """
    {"epochs": 2, "scheduler": {"type": "plateau"},
     "metric": {"csv": "log.csv", "column": "loss"}}
    """

  /// Every command that reads schedules, as it is typed for one file.
  private static let commands = Command.all.filter { $0.scopes.contains(.spec) }.map(\.name)

  private func words(_ command: String) -> [String] {
    switch command {
    case "at": ["at", "s.json", "1"]
    case "compare": ["compare", "s.json", "t.json"]
    case "resume": ["resume", "s.json", "--at", "1"]
    case "branch": ["branch", "s.json", "--at", "1", "--decay", "1"]
    case "watch": ["watch", "s.json", "--output", "out.svg"]
    default: [command, "s.json"]
    }
  }

  @Test(arguments: commands)
  func `every command that reads a schedule tells what is wrong with its plot, in the order of the text`(
    command: String
  ) throws {
    let world = try TestWorld()
    let schedule = #"{"epochs": 0, "plot": {"theme": "black"}, "scheduler": {"type": "linear", "total": 1}}"#
    for name in ["s.json", "t.json"] { try world.sandbox.write(schedule, to: name) }
    let ended = world.run(words(command))
    let told = (ended.output + ended.error).split(separator: "\n").filter { $0.contains("s.json:1:") }.map {
      $0.split(separator: ":")[2]
    }
    #expect(told == ["12", "33", "75"], "\(ended.output + ended.error)")
  }

  @Test(arguments: commands)
  func `no command reads what a schedule names where that is forbidden`(command: String) throws {
    let world = try TestWorld()
    for name in ["s.json", "t.json"] { try world.sandbox.write(Self.schedule, to: name) }
    try world.sandbox.write("epoch,loss\n0,2\n1,1\n", to: "log.csv")
    #expect(!world.run(words(command)).error.contains("log.csv"))
    // Not even whether the file is there can be learned.
    for _ in 0..<2 {
      let ended = world.run(words(command) + ["--no-files"])
      // Who watches goes on; check and lint tell on standard output.
      #expect(ended.status == (command == "watch" ? 0 : 2))
      #expect(
        (ended.output + ended.error).contains(
          """
          s.json:2:20: error[io]: log.csv is not read: --no-files forbids it
           2 |  "metric": {"csv": "log.csv", "column": "loss"}}
             |                    ^^^^^^^^^ {"values": […]} needs no file

          """), "\(ended)")
      if world.sandbox.exists("log.csv") { try world.sandbox.remove("log.csv") }
    }
  }

  @Test func `no way to name a file leads around it`() throws {
    let world = try TestWorld()
    try world.sandbox.write("loss\n1\n1\n", to: "log.csv")
    try world.sandbox.write(#"{"scheduler": {"type": "plateau"}, "metric": 1}"#, to: "s.json")
    for words in [
      ["plateau", "--metric", "log.csv:loss", "--format", "csv"],
      ["plateau", "--metric", "log.csv:loss", "--print-spec"],
      ["explain", "plateau", "--metric", "log.csv:loss"],
      ["render", "s.json", "--set", #"metric={"csv": "log.csv", "column": "loss"}"#, "--format", "csv"],
      ["render", "s.json", "--sweep", #"metric={"csv": "log.csv", "column": "loss"},1"#, "-f", "csv"],
    ] {
      #expect(world.run(words).status == 0, "\(words) \(world.run(words))")
      let ended = world.run(words + ["--no-files"])
      #expect(ended.status == 2 && ended.output.isEmpty && ended.error.contains("--no-files forbids it"), "\(words)")
    }
  }
}
