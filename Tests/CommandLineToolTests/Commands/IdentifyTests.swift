import Foundation
import Testing

@testable import CommandLineTool

struct IdentifyTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  /// Writes a log of every so many rows of a command line’s curve.
  private func log(_ words: [String], every: Int = 1, format: (Double) -> String = { $0.description }) throws {
    let lines = world.run(words + ["-f", "csv"]).output.split(separator: "\n").dropFirst()
    let rows = lines.enumerated().filter { $0.offset % every == 0 }.compactMap { entry -> String? in
      let cells = entry.element.split(separator: ",")
      return cells.last.flatMap { Double($0) }.map { "\(cells[0]),\(format($0))" }
    }
    try world.sandbox.write((["step,lr"] + rows).joined(separator: "\n") + "\n", to: "log.csv")
  }

  @Test(arguments: [
    "transformers.constant --steps 60 --lr 0.001", "step --step-size 20 --gamma 0.5 --steps 90 --lr 0.1",
    "multistep --milestones 30,50 --steps 90 --lr 0.1", "exponential --gamma 0.95 --steps 60 --lr 0.1",
    "cosine --tmax 50 --steps 50 --lr 0.1", "cosine --tmax 60 --eta-min 0.001 --steps 60 --lr 0.1",
    "transformers.cosine --num-warmup-steps 10 --num-training-steps 120 --steps 120 --lr 3e-05",
    "transformers.linear --num-warmup-steps 6 --num-training-steps 100 --steps 100 --lr 2e-05",
    "polynomial --total-iters 60 --power 2 --steps 60 --lr 0.01",
    "linear --start-factor 1 --end-factor 0.1 --total-iters 60 --steps 60 --lr 0.1",
  ])
  func `The command that is answered reproduces the log`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    try log(words)
    let ended = world.run("identify", "log.csv")
    #expect(ended.status == 0, "\(ended.output)\(ended.error)")
    let command = try #require(ended.output.split(separator: "\n").dropFirst().first).split(separator: " ").map(
      String.init)
    let again = world.run(Array(command.dropFirst()) + ["-f", "csv"]).output
    #expect(again == world.run(words + ["-f", "csv"]).output)
    #expect(ended.output.contains("to the bit"))
  }

  @Test func `A log of few readings and digits is enough`() throws {
    let line = "transformers.cosine --num-warmup-steps 100 --num-training-steps 1000 --steps 1000 --lr 3e-05"
    try log(line.split(separator: " ").map(String.init), every: 20) { String(format: "%.3e", $0) }
    let ended = world.run("identify", "log.csv", "--format", "json")
    #expect(ended.status == 0)
    for text in [#""schema": "lrplot/identify/1""#, #""exactness": "to 4 digits""#, "100", "\"command\": \"lrplot "] {
      #expect(ended.output.contains(text), "\(ended.output)")
    }
  }

  @Test func `What is no log, or of two readings, is refused`() throws {
    try world.sandbox.write("hello\n", to: "text")
    #expect(world.run("identify", "text").status == 2)
    try world.sandbox.write("step,lr\n0,1\n1,0.5\n", to: "two.csv")
    #expect(world.run("identify", "two.csv").error.contains("at least three are needed"))
    #expect(world.run("identify").status == 2)
    #expect(world.run("identify", "two.csv", "two.csv").status == 2)
    #expect(world.run("identify", "none.csv").status == 2)
  }
}
