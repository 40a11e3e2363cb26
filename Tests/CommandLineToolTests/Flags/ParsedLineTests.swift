import Schedules
import Testing
import Text

@testable import CommandLineTool

@Suite struct ParsedLineTests {
  /// Flags as `name=value`, switches as `name`, negated ones as `!name`; operands behind `|`.
  private func parsed(_ words: String..., kind: String = "onecycle") throws -> String {
    let line = try ParsedLine(CommandLine(words), kind: Catalogue.kind(named: kind))
    let given = line.given.map { ($0.isNegated ? "!" : "") + $0.name + ($0.value.map { "=\($0.text)" } ?? "") }
    return (given + ["|"] + [line.command?.text ?? "∅"] + line.operands.map(\.text)).joined(separator: " ")
  }

  @Test(arguments: ["--max-lr", "--max_lr", "--MaxLR", "--maxlr", "--MAX-LR"])
  func `spellings are one`(flag: String) throws {
    #expect(try parsed("k", flag, "3") == "max_lr=3 | k")
    #expect(try parsed("k", "\(flag)=3") == "max_lr=3 | k")
  }

  @Test func `flags and words stand in any order`() throws {
    #expect(try parsed("--lr", "1", "k", "-o", "x", "y", "-q") == "lr=1 output=x quiet | k y")
    #expect(try parsed() == "| ∅")
  }

  @Test func `values may begin with a hyphen`() throws {
    #expect(try parsed("--max-lr", "-1e-3") == "max_lr=-1e-3 | ∅")
    #expect(try parsed("--max-lr=-1") == "max_lr=-1 | ∅")
    #expect(try parsed("-o", "-") == "output=- | ∅")
    #expect(try parsed("-o-") == "output=- | ∅")
    #expect(try parsed("--title", "-x- and so on") == "title=-x- and so on | ∅")
    #expect(try parsed("--title=--lr") == "title=--lr | ∅")
    #expect(try parsed("k", "-5", "-") == "| k -5 -")
  }

  @Test func `values may hold anything`() throws {
    #expect(try parsed("--title=a=b") == "title=a=b | ∅")
    #expect(try parsed("--title=") == "title= | ∅")
    #expect(try parsed("--title", "") == "title= | ∅")
    #expect(try parsed("-o=x") == "output=x | ∅")
  }

  @Test func `switches take no word, and have an opposite`() throws {
    #expect(try parsed("--three-phase", "k") == "three_phase | k")
    #expect(try parsed("--no-cycle_momentum") == "!cycle_momentum | ∅")
    #expect(try parsed("--three-phase=true") == "three_phase=true | ∅")
    #expect(try parsed("-qv") == "quiet verbose | ∅")
    #expect(try parsed("-qvoX") == "quiet verbose output=X | ∅")
    #expect(try parsed("-qf", "csv") == "quiet format=csv | ∅")
  }

  @Test func `after two hyphens there are only words`() throws {
    #expect(try parsed("--", "--lr", "-q") == "| --lr -q")
    #expect(try parsed("a", "--", "--") == "| a --")
  }

  @Test(arguments: [
    ["--lr"], ["--lr", "--epochs", "3"], ["-o", "-f", "csv"], ["--title", "--lrr", "5"], ["--nonsense"], ["-z"],
    ["-zq"],
    ["--quiet=1"], ["--no-cycle-momentum=true"], ["--no-max-lr", "3"], ["-q=1"], ["--three-phas"], ["-qz"], ["---"],
    ["--no-"], ["--=3"], ["-lr", "3"],
  ])
  func `mistakes are refused`(words: [String]) throws {
    let kind = Catalogue.kind(named: "onecycle")
    #expect(throws: Failure.self) { try ParsedLine(CommandLine(words), kind: kind) }
  }

  @Test func `flags belong to the kind before them`() throws {
    let words = [
      "--gamma", "1", "step", "--last-epoch", "2", "--then", "exponential", "--gamma", "3", "--and=step", "--lr", "4",
    ]
    let line = try ParsedLine(CommandLine(words), kind: Catalogue.kind(named: "step"))
    #expect(line.links.map(\.kind.name) == ["StepLR", "ExponentialLR", "StepLR"])
    #expect(line.links.map(\.connective) == [.first, .then, .and])
    #expect(line.given.filter { $0.name == "gamma" }.map(\.link) == [0, 1])
    #expect(line.given.last?.link == 2)
  }

  @Test(arguments: [
    ("T_max", "tmax"), ("T_0", "t0"), ("eta_min", "eta-min"), ("start_factor", "start-factor"),
    ("lr_lambda", "lr-lambda"), ("t_in_epochs", "t-in-epochs"), ("k_decay", "k-decay"),
  ])
  func `parameters are shown as one types them`(name: String, flag: String) throws {
    let all = Catalogue.kinds.flatMap(\.declaration.parameters)
    #expect(try #require(all.first { $0.name == name }).flagName == flag)
  }

  @Test func `no kind hides a flag of the run but one-cycle`() {
    // Flags of other commands never stand beside a kind's.
    let flags = Flag.all.filter { PlotCommand.scopes.contains($0.scope) }
    for kind in Catalogue.kinds where kind.name != "OneCycleLR" {
      // What a library would print changes no rate; greedy's own “warmup” wins over the one of chains, steps that a kind
      // cannot do without over those of the run, and the scale of a rate over that of the picture.
      for parameter in kind.declaration.parameters
      where !["verbose", "warmup", "steps", "STEPS", "scale"].contains(parameter.name) {
        #expect(!flags.contains { $0.name.isFolded(equalTo: parameter.name) }, "\(kind.name) \(parameter.name)")
      }
    }
  }
}
