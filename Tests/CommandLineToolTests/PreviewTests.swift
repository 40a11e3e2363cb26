import Testing

@testable import CommandLineTool

@Suite struct PreviewTests {
  private func terminal(_ environment: [String: String] = ["COLUMNS": "60"]) throws -> TestWorld {
    var world = try TestWorld()
    world.environment = environment
    world.outputIsTerminal = true
    return world
  }

  private let hint = "lrplot: `lrplot … > out.svg` makes a picture\n"

  @Test func `a terminal is shown a preview, and how to get a picture`() throws {
    let ended = try terminal().run("cosine", "--tmax", "50")
    #expect(ended.status == 0)
    #expect(ended.output.contains("┤"))
    #expect(ended.output.contains("\u{1B}["))
    #expect(ended.error == hint)
    #expect(try terminal().run("cosine", "--tmax", "50", "-q").error == "")
  }

  /// The command that the quiet line names, run as it stands.
  private func lintNote(_ ended: TestWorld.Ended) -> String? {
    ended.error.split(separator: "\n").last { $0.contains("lrplot lint") }.map(String.init)
  }

  @Test func `what lint would say is one quiet line, whose command says it`() throws {
    let world = try terminal()
    let late = #"{"epochs": 90, "scheduler": {"type": "cosine", "T_max": 50}}"#
    try world.sandbox.write(late, to: "a b.json")
    let words = [
      ["render", "a b.json"], ["render", "--width", "500", "a b.json", "--y=log"],
      ["render", "a b.json", "--set", "scheduler.eta_min=0.01"], ["cosine", "--tmax", "50", "--epochs", "90"],
      ["--height=300", "--title", "my run", "cosine", "--tmax", "50", "--epochs=90", "-f", "text"],
      ["render", "a b.json", "-o", "x.svg"],
    ]
    for words in words {
      let note = try #require(lintNote(world.run(words)), "\(words)")
      #expect(note.hasPrefix("1 finding: lrplot lint "))
      let command = note.dropFirst("1 finding: lrplot ".count).replacing("'a b.json'", with: "a*b.json")
      let again = command.split(separator: " ").map { $0 == "a*b.json" ? "a b.json" : String($0) }
      let ended = world.run(again)
      #expect(ended.status == 1 && ended.output.contains("lint[bounce]"), "\(note): \(ended.error)")
    }
    #expect(lintNote(world.run("render", "a b.json", "-q")) == nil)
    #expect(lintNote(world.run("cosine", "--tmax", "50", "--epochs", "50")) == nil)
    #expect(lintNote(try TestWorld().run("cosine", "--tmax", "50", "--epochs", "90")) == nil)
  }

  @Test func `files that are drawn or compared have one too`() throws {
    let world = try terminal()
    try world.sandbox.write(Schedules.cosine, to: "a.json")
    try world.sandbox.write(Schedules.constant(), to: "b.json")
    let one = world.run("render", "a.json")
    #expect(one.output.contains("┤") && one.error == hint)
    let two = world.run("compare", "a.json", "b.json")
    #expect(two.output.contains("ma\u{1B}[0m\n") && two.error == hint)
    #expect(world.run("render", "a.json", "-f", "text").error == "")
  }

  @Test func `what is asked for is given`() throws {
    let world = try terminal()
    for flags in [["-f", "svg"], ["--output", "-"]] {
      let ended = world.run(["cosine", "--tmax", "50"] + flags)
      #expect(ended.output.hasPrefix("<svg") && ended.error == "")
    }
    #expect(world.run("cosine", "--tmax", "2", "-f", "csv").output == Schedules.cosineCSV)
  }

  @Test func `colours and signs are those that the terminal has`() throws {
    let plain = try terminal(["NO_COLOR": "1"]).run("cosine", "--tmax", "50").output
    #expect(!plain.contains("\u{1B}") && plain.contains("⠤"))
    let dumb = try terminal(["TERM": "dumb"]).run("cosine", "--tmax", "50").output
    #expect(dumb.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
  }

  @Test func `a file holds the same text whatever the terminal is`() throws {
    var texts: Set<String> = []
    for environment in [[:], ["COLUMNS": "40", "LC_ALL": "C"], ["TERM": "dumb", "LINES": "7"]] {
      let world = try terminal(environment)
      #expect(world.run("cosine", "--tmax", "50", "-o", "a.txt").status == 0)
      texts.insert(try world.sandbox.text("a.txt"))
    }
    #expect(texts.count == 1 && texts.first?.contains("⠤") == true)
  }

  @Test func `a title cannot command a terminal`() throws {
    let ended = try terminal(["NO_COLOR": "1"]).run("cosine", "--tmax", "50", "--title", "\u{1B}]0;gotcha\u{7}")
    #expect(ended.output.hasPrefix("␛]0;gotcha␇\n"))
  }
}
