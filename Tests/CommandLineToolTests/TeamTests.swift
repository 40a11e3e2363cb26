import Foundation
import Testing

/// What the README tells a team to put into its CI.
@Suite struct TeamTests {
  /// The blocks of a section, each with its language and its lines.
  private static func blocks(of heading: String = "How a team uses it") throws -> [(language: String, lines: [String])]
  {
    let path = Repository.root.appending(path: "README.md")
    let page = try String(contentsOf: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let section = page.drop { $0 != "## \(heading)" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    var blocks: [(language: String, lines: [String])] = []
    var isInside = false
    for line in section {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append((String(line.dropFirst(3)), [])) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }

  /// The command of a line that runs `lrplot`: of a script, or of a job's step.
  private static func command(in line: String) -> String? {
    var rest = line.drop { $0 == " " }
    for prefix in ["- ", "run: "] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    return rest.hasPrefix("lrplot ") ? rest.components(separatedBy: " || ").first : nil
  }

  @Test func `the job that watches a run passes where it is on plan, and says at the log's line what diverges`() throws
  {
    let job = try #require(try Self.blocks(of: "Is the run on plan?").first { $0.language == "yaml" })
    for word in ["on:", "actions/checkout", "LRPLOT_URL"] { #expect(job.lines.contains { $0.contains(word) }) }
    let step = try #require(job.lines.first { $0.contains("./lrplot ") })
    let command = try #require(step.components(separatedBy: "run: ./").last)
    var world = try TestWorld()
    world.environment = ["CI": "true", "GITHUB_ACTIONS": "true"]
    try world.sandbox.write(
      #"{"steps": 4, "optimizer": {"lr": 1}, "scheduler": {"type": "transformers.linear", "num_warmup_steps": 0, "num_training_steps": 4}}"#,
      to: "schedule.json")
    for (last, status) in [(0.25, 0), (0.5, 1)] {
      let rows = [1.0, 0.75, 0.5, last].enumerated().map {
        "{\"step\": \($0.offset + 1), \"learning_rate\": \($0.element)}"
      }
      try world.sandbox.write(
        "{\"max_steps\": 4,\n\"log_history\": [\n" + rows.joined(separator: ",\n") + "\n]}\n",
        to: "run/trainer_state.json")
      let ended = try #require(try Shell(world: world).run(command, body: []))
      #expect(ended.status == status, "\(ended.output)\(ended.error)")
      #expect(ended.output.contains("::error file=run/trainer_state.json,line=6") == (status == 1), "\(ended.output)")
    }
  }

  @Test func `there is a job for GitHub, one for GitLab, and a hook`() throws {
    let blocks = try Self.blocks()
    #expect(blocks.map(\.language) == ["sh", "yaml", "yaml", "yaml", "sh"])
    for word in ["actions/checkout", "artifacts:", "#!/bin/sh"] {
      #expect(blocks.contains { $0.lines.contains { $0.contains(word) } })
    }
    // A tab would be no YAML.
    #expect(blocks.allSatisfy { !$0.lines.joined().contains("\t") })
  }

  @Test func `every command in them runs, and finds nothing here`() throws {
    let blocks = try Self.blocks()
    var count = 0
    for (index, block) in blocks.enumerated() {
      var world = try Repository.world(longest: 1000)
      if block.language == "yaml" {
        world.environment = ["CI": "true", "GITHUB_ACTIONS": index == 1 ? "true" : "false"]
      }
      // A picture for every schedule, as a team has them that has followed the first block.
      #expect(world.run("render", "schedules/", "--output", "schedules/").status == 0)
      for command in block.lines.compactMap(Self.command) {
        let ended = try #require(try Shell(world: world).run(command, body: []))
        #expect(ended.status == 0, "\(command)\n\(ended.output)\(ended.error)")
        count += 1
      }
    }
    #expect(count == 10)
  }

  @Test func `a change that was not meant fails every job, and the command that is printed mends it`() throws {
    // What pre-commit runs is in its own test.
    for block in try Self.blocks().dropFirst() where !block.lines.contains("repos:") {
      var world = try Repository.world(longest: 1000)
      #expect(world.run("render", "schedules/", "--output", "schedules/").status == 0)
      try world.change("schedules/step.csv", row: 60) { $0 * 1.5 }
      if block.language == "yaml" { world.environment["CI"] = "true" }
      let commands = block.lines.compactMap(Self.command).filter { $0.contains(" check ") }
      #expect(commands.count == 1)
      let command = try #require(commands.first)
      let ended = try #require(try Shell(world: world).run(command, body: []))
      #expect(ended.status == 1)
      if ended.output.isEmpty {
        #expect(try world.sandbox.text("schedules.xml").contains("failures=\"1\""))
      } else {
        world.environment = [:]
        #expect(try world.runLast(of: ended).output == "updated  schedules/step.json: schedules/step.csv\n")
      }
      #expect(world.sandbox.exists("differences/step.svg") == (block.language == "yaml"))
    }
  }
}
