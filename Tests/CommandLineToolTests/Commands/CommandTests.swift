import Schedules
import Testing

@testable import CommandLineTool

@Suite struct CommandTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["-q", "--help"], ["--help", "--nonsense"], ["nonsense", "--help"],
  ])
  func `help is the overview`(words: [String]) {
    let ended = world.run(words)
    #expect(ended == TestWorld.Ended(status: 0, output: Wrapping(columns: 100).lines(Manual.overview), error: ""))
  }

  @Test(arguments: [
    ["render", "--help"], ["help", "render"], ["--help", "render"], ["render", "nowhere", "-h", "--lr"],
  ])
  func `help of a command is its page`(words: [String]) {
    #expect(world.run(words).output.contains("lrplot render FILE|DIR|- …"))
  }

  @Test(arguments: [
    ["cosine", "--help"], ["help", "cosine"], ["-h", "CosineAnnealingLR"], ["kinds", "torch.CosineAnnealingLR"],
    ["cosine", "--tmax", "--help"], ["--tmax", "5", "cosine", "--help"],
  ])
  func `help of a kind is its page`(words: [String]) {
    let ended = world.run(words)
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("CosineAnnealingLR (cosine): "))
  }

  @Test func `after two hyphens nothing asks for help`() {
    #expect(world.run("render", "--", "--help").status == 2)
    #expect(world.run("render", "--", "--version").status == 2)
  }

  @Test(arguments: [["--version"], ["cosine", "--version"], ["--version", "--help"]])
  func `the version is one line`(words: [String]) {
    #expect(world.run(words).output == "lrplot \(Tool.version)\n")
  }

  /// The flags before the kind are passed over before anybody knows whose they are.
  @Test(arguments: [
    ["--tmax", "2", "cosine"], ["--T_max=2", "cosine"], ["--title", "step", "cosine", "--tmax", "2"],
    ["--Title", "step", "cosine", "--tmax", "2"], ["-q", "cosine", "--tmax", "2"],
    ["--eta-min", "-0.0", "cosine", "--tmax", "2"],
    ["--optimizer", "SGD", "--lr=.1", "CosineAnnealingLR", "--tmax", "2"], ["-fcsv", "--tmax", "2", "cosine"],
  ])
  func `the kind may stand after its flags`(words: [String]) {
    let format = words.contains("-fcsv") ? [] : ["-f", "csv"]
    #expect(world.run(words + format) == TestWorld.Ended(status: 0, output: Schedules.cosineCSV, error: ""))
  }

  @Test(arguments: [
    ["render", "--lr", "1"], ["render", "--title", "x"], ["kinds", "--lr", "1"],
    ["help", "-j", "2"],
    ["kinds", "zig", "zag"], ["help", "a", "b"], ["render", "--tmax", "3"],
    ["cosine", "--tmax", "3", "step"], ["--nonsense"], ["--lr"], [""], ["-"],
  ])
  func `what means nothing is refused`(words: [String]) {
    let ended = world.run(words)
    #expect(ended.status == 2)
    #expect(ended.error.contains("error[usage]"))
  }

  @Test(arguments: [["nonsense"], ["kinds", "nonsense"], ["help", "nonsense"], ["step", "--then", "nonsense"]])
  func `a word that names no kind is reported`(words: [String]) {
    let ended = world.run(words)
    #expect(ended.status == 2)
    #expect(ended.error.contains("error[kind]"))
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `every kind and its parameters are in the manual`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let page = world.run("kinds", name).output
    let said = words(page)
    #expect(kind.declaration.parameters.allSatisfy { page.contains($0.flagName) && said.contains(words($0.help)) })
    #expect(world.run("kinds").output.contains(name))
    #expect(world.run(name, "--help").output == page)
  }

  /// A text without its line breaks and columns.
  private func words(_ text: String) -> String { text.split { " \n".contains($0) }.joined(separator: " ") }

  @Test func `every flag and command is in the overview`() {
    #expect(Flag.all.allSatisfy { Manual.overview.contains("--\($0.name)") && Manual.overview.contains($0.help) })
    #expect(Command.all.allSatisfy { Manual.overview.contains("lrplot \($0.name)") })
  }

  @Test func `no flag or command is there twice`() {
    // What is written, and what is reported, each has a format; no command has both.
    let flags = Flag.all.filter { $0.scope != .reporting }
    #expect(Set(flags.map(\.name)).count == flags.count)
    #expect(Set(flags.compactMap(\.short)).count == flags.compactMap(\.short).count)
    #expect(Command.all.allSatisfy { !$0.scopes.contains(.reporting) || !$0.scopes.contains(.output) })
    #expect(Command.all.allSatisfy { Command.named($0.name)?.name == $0.name })
    #expect(Command.all.allSatisfy { Catalogue.kind(named: $0.name) == nil })
  }
}
