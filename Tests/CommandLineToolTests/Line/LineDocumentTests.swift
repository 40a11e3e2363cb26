import Schedules
import Testing

@testable import CommandLineTool

/// A chain that is typed gives the numbers of the file that spells it out.
@Suite struct LineDocumentTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  @Test(arguments: [
    (
      "linear --total-iters 3 --then cosine --tmax 4",
      #""scheduler": {"type": "SequentialLR", "milestones": [3], "schedulers": [\#(linear(3)), \#(cosine(4))]}"#
    ),
    (
      "linear --total-iters 3 --for 2 --then step --step-size 2 --for 5 --then cosine --tmax 4",
      #"""
      "scheduler": {"type": "SequentialLR", "milestones": [2, 7],
        "schedulers": [\#(linear(3)), {"type": "step", "step_size": 2}, \#(cosine(4))]}
      """#
    ),
    (
      "linear --total-iters 3 --and exponential --gamma 0.9 --then cosine --tmax 4 --and linear --total-iters 6 --then constant",
      #"""
      "scheduler": {"type": "SequentialLR", "milestones": [3, 9], "schedulers": [
        {"type": "chained", "schedulers": [\#(linear(3)), {"type": "exponential", "gamma": 0.9}]},
        {"type": "chained", "schedulers": [\#(cosine(4)), \#(linear(6))]}, {"type": "constant"}]}
      """#
    ),
    (
      "cosine --tmax 4 --warmup 3",
      #"""
      "scheduler": {"type": "SequentialLR", "milestones": [3], "schedulers": [
        {"type": "linear", "start_factor": 0.001, "total_iters": 3}, \#(cosine(4))]}
      """#
    ),
    (
      "step --step-size 2 --and linear --total-iters 3 --for 6 --steps-per-epoch 4 --interval step",
      #"""
      "epochs": 2, "steps_per_epoch": 4, "scheduler": {"type": "chained", "interval": "step",
        "schedulers": [{"type": "step", "step_size": 2}, \#(linear(3))]}
      """#
    ),
    (
      "multistep --milestones 2,3 --then cosine --tmax 4",
      #"""
      "scheduler": {"type": "sequential", "milestones": [5],
        "schedulers": [{"type": "multistep", "milestones": [2, 3]}, \#(cosine(4))]}
      """#
    ),
    (
      "cosine --tmax 4 --and plateau --patience 0 --metric 1 --interval step --steps-per-epoch 2",
      #"""
      "metric": 1, "steps_per_epoch": 2, "scheduler": [
        {"type": "cosine", "T_max": 4, "interval": "step"}, {"type": "plateau", "patience": 0}]
      """#
    ),
    (
      "transformers.greedy --patience 0 --warmup 3 --metric 1 --epochs 9",
      #""epochs": 9, "metric": 1, "scheduler": {"type": "transformers.greedy", "patience": 0, "warmup": 3}"#
    ),
  ])
  func `a chain is the file that spells it out`(line: String, file: String) throws {
    try world.sandbox.write("{\(file)}", to: "a.json")
    let expected = world.run("render", "a.json", "-f", "csv")
    #expect(expected.status == 0, "\(expected.error)")
    let words = line.split(separator: " ").map(String.init)
    #expect(world.run(words + ["-f", "csv"]) == expected)
    #expect(world.run(["-f", "csv"] + words + ["--lr", "0.1"]) == expected)
  }

  private static func linear(_ length: Int) -> String { #"{"type": "linear", "total_iters": \#(length)}"# }
  private static func cosine(_ length: Int) -> String { #"{"type": "cosine", "T_max": \#(length)}"# }

  /// Whatever the first kind is, the second one begins where `--for` says.
  @Test(arguments: Catalogue.kinds.filter { !$0.watchesMetric }.map(\.fullName))
  func `every kind may begin a chain`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let words = ShellWords.tokens(of: KindExample(kind).commandLine).compactMap { token -> String? in
      if case .word(let word) = token { word } else { nil }
    }
    let chain = world.run(
      words.dropFirst() + ["--for", "2", "--then", "constant", "--factor", "1", "--for", "1", "-f", "csv"])
    #expect(chain.status == 0, "\(chain.error)")
    #expect(chain.output.split(separator: "\n").count == 4)
  }
}
