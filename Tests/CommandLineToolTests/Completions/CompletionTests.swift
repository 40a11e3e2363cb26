import Schedules
import Testing

@testable import CommandLineTool

@Suite struct CompletionTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// What a shell says to a script.
  private func output(of shell: String, _ options: [String], _ script: String) throws -> String {
    try sandbox.write(script, to: "script")
    return try #require(Program(shell)).run(options + [sandbox.path("script")]).output
  }

  @Test func `every command, kind and flag can be completed`() {
    for script in CompletionsCommand.shells.map({ $0.script() }) {
      for command in Command.all { #expect(script.contains(command.name)) }
      for kind in Catalogue.kinds { #expect(script.contains(kind.typedName) && script.contains(kind.fullName)) }
      for flag in Flag.all { #expect(script.contains("--\(flag.name)")) }
    }
  }

  @Test func `an option with a few words has them`() {
    let theme = Flag.all.first { $0.name == "theme" }
    #expect(theme?.completion == .words(["auto", "light", "dark", "page", "print"]))
    #expect(Flag.all.first { $0.name == "output" }?.completion == .path)
    #expect(Flag.all.first { $0.name == "quiet" }?.completion == Completion.Value.none)
  }

  @Test(
    .enabled(if: Program("bash") != nil),
    arguments: [
      ("lrplot compl", "completions"), ("lrplot cosine --eta", "--eta-min"),
      ("lrplot cosine --tmax 5 --theme l", "light"),
      ("lrplot --lr 0.1 cosine --theme = d", "dark"), ("lrplot completions f", "fish"),
      ("lrplot kinds multis", "multistep"),
      ("lrplot render a.json --format svg,c", "svg,csv"), ("lrplot check a --format ju", "junit"),
      ("lrplot cosine --color al", "always"), ("lrplot help exi", "exit"),
      ("lrplot swa --anneal-strategy l", "linear"), ("lrplot cosine --title co", ""),
      ("lrplot explain cosine --them", ""), ("lrplot explain cosine --tm", "--tmax"),
      ("lrplot cosine --them", "--theme"),
      ("lrplot lint cosine --allo", "--allow"), ("lrplot at x.json ''", "last"), ("lrplot explain x.json cosi", ""),
      ("lrplot cosine --sweep tm", "tmax="), ("lrplot cosine --sweep momen", "momentum="),
      ("lrplot gallery llama-3", "llama-3-405b"),
      ("lrplot render x.json --sweep optimizer.l", "optimizer.lr="),
      ("lrplot cosine --set optimizer.l", "optimizer.lr="),
      ("lrplot render x.json --set sched", "scheduler.interval= scheduler.times= scheduler."),
    ])
  func `completes in bash`(line: String, expected: String) throws {
    let script = """
      COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lrplot; echo "${COMPREPLY[@]}"

      """
    #expect(try output(of: "bash", ["--norc"], BashCompletion.script + script) == expected + "\n")
  }

  @Test(
    .enabled(if: Program("fish") != nil),
    arguments: [
      ("lrplot compl", "completions"), ("lrplot cosine --eta", "--eta-min"), ("lrplot cosine --theme li", "light"),
      ("lrplot cosine --theme=da", "--theme=dark"), ("lrplot cosine --format svg,c", "svg,csv"),
      ("lrplot completions z", "zsh"),
      ("lrplot kinds multis", "multistep"), ("lrplot explain cosine --tm", "--tmax"),
      ("lrplot cosine --them", "--theme"),
      ("lrplot at x.json l", "last"), ("lrplot cosine --sweep tm", "tmax="),
      ("lrplot render x.json --set optimizer.l", "optimizer.lr="),
    ])
  func `completes in fish`(line: String, expected: String) throws {
    let script = "\(FishCompletion.script)\ncomplete -C '\(line)' | string replace -r '\\t.*' ''\n"
    #expect(try output(of: "fish", ["--no-config"], script) == expected + "\n")
  }

  @Test(.enabled(if: Program("zsh") != nil))
  func `loads in zsh`() throws {
    let script = """
      compdef() { print defined $@ }
      \(ZshCompletion.script)
      words=(lrplot --lr 3 cosine --theme); CURRENT=5; context=; _lrplot_context; print $context
      _lrplot_options cosine; print $#flags

      """
    let options = Completion.contexts.first { $0.names.contains("cosine") }?.options.flatMap(\.names).count ?? 0
    #expect(try output(of: "zsh", ["-f"], script) == "defined _lrplot lrplot\ncosine\n\(options)\n")
  }
}
