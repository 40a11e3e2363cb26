import Schedules
import Testing

@testable import CommandLineTool

/// The schedule file that a command line stands for gives what the line gives.
@Suite struct SweptSpecTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func expectRoundTrip(_ words: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let printed = world.run(words + ["--print-spec"])
    #expect(printed.status == 0, "\(printed.error)", sourceLocation: sourceLocation)
    try world.sandbox.write(printed.output, to: "spec.json")
    for format in ["csv", "svg"] {
      let typed = world.run(words + ["-f", format])
      #expect(typed.status == 0, "\(typed.error)", sourceLocation: sourceLocation)
      #expect(world.run("render", "spec.json", "-f", format) == typed, sourceLocation: sourceLocation)
    }
    // What is printed of a file is the file again.
    #expect(world.run("render", "spec.json", "--print-spec") == printed, sourceLocation: sourceLocation)
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `every kind comes back from its file`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let words = ShellWords.tokens(of: KindExample(kind).commandLine).compactMap { token -> String? in
      if case .word(let word) = token { word } else { nil }
    }
    try expectRoundTrip(Array(words.dropFirst()))
    try expectRoundTrip(words.dropFirst() + ["--epochs", "3", "--steps-per-epoch", "2", "--lr", "0.3"])
  }

  @Test(arguments: [
    "linear --then cosine --tmax 9 --eta-min -1e-3", "cosine --tmax 9 --warmup 3 --interval step --steps-per-epoch 4",
    "step --step-size 2.0 --epochs 9 --lr 1e-05 --momentum 0 --optimizer rmsprop",
    "exponential --gamma 1 --group a:lr=1,betas=[0.5,0.6] --group b:weight_decay=1e-2 --optimizer adamw --epochs 2",
    "cosine --tmax 2 --dataset-size 100 --batch-size 16 --world-size 2 --accumulate 2 --drop-last --scale-lr",
    "cosine --tmax 4 --and plateau --metric 0.5", "onecycle --max-lr 1 --epochs 3 --steps-per-epoch 4",
    "cosine --tmax 4 --title a\"b\\c --y log --x step --width 500 --height 300 --curve step --theme dark --background none",
    "exponential --epochs 4 --sweep gamma=0.5,0.9", "cosine --tmax 4 --sweep lr=1,2 --sweep eta-min=0,0.1 --group a",
    "step --step-size 3 --epochs 5 --sweep gamma=0.1,0.5 --sweep warmup=0,2 --metric epoch",
    "cosine --tmax 4 --set scheduler.T_max=7 --set optimizer.weight_decay=0.1 --set source=me",
  ])
  func `a command line comes back from its file`(line: String) throws {
    try expectRoundTrip(line.split(separator: " ").map(String.init))
  }

  @Test func `a sweep gives the curves that its values give alone`() throws {
    let columns = { (words: [String]) in
      self.world.run(words + ["-f", "csv"]).output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    }
    let swept = columns(["cosine", "--sweep", "tmax=5,3", "--sweep", "lr=1,2"])
    for (place, (tmax, lr)) in [("5", "1"), ("5", "2"), ("3", "1"), ("3", "2")].enumerated() {
      let alone = columns(["cosine", "--tmax", tmax, "--lr", lr])
      #expect(alone.map { $0[2] } == swept.prefix(alone.count).map { $0[2 + place] })
    }
  }
}
