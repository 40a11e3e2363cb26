import Foundation
import Testing

@testable import CommandLineTool

@Suite struct CheckCommandTests {
  private var world: TestWorld

  init() throws { world = try TestWorld() }

  private static func cosine(peak: String = "1e-7") -> String {
    #"{"optimizer": {"lr": \#(peak)}, "scheduler": {"type": "CosineAnnealingLR", "T_max": 50}}"#
  }

  @Test func `the life of a golden`() throws {
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    let missing = world.run("check", "s")
    #expect(missing.status == 1)
    #expect(missing.output.hasPrefix("missing  s/a.json: there is no s/a.csv\n"))
    #expect(try world.sandbox.tree("s") == ["a.json"])

    let made = try world.runLast(of: missing)
    #expect(made == TestWorld.Ended(status: 0, output: "made     s/a.json: s/a.csv\n", error: ""))
    #expect(try world.sandbox.text("s/a.csv") == world.run("render", "s/a.json", "-f", "csv").output)
    #expect(world.run("check", "s") == TestWorld.Ended(status: 0, output: "same     s/a.json\n", error: ""))
    let golden = try world.sandbox.text("s/a.csv")

    try world.change("s/a.csv", row: 10) { $0 * (1 + 1e-6) }
    let slight = world.run("check", "s")
    #expect(slight.status == 1)
    #expect(slight.output.contains("one row (1 of 50 rows)\n  step 10: golden 9.0450"))
    #expect(slight.output.contains(", -0.0001 %\n"))
    #expect(try world.runLast(of: slight).output == "updated  s/a.json: s/a.csv\n")
    #expect(try world.sandbox.text("s/a.csv") == golden)

    try world.sandbox.write(Self.cosine(peak: "1.09e-7"), to: "s/a.json")
    let scaled = world.run("check", "s")
    #expect(scaled.status == 1)
    #expect(scaled.output.hasPrefix("differs  s/a.json: scaled by 1.09 (50 of 50 rows)\n  step 0: golden 1e-07, "))
    #expect(scaled.output.contains("  and 45 more rows\n"))
    #expect(scaled.output.split(separator: "\n").count { $0.hasPrefix("  step ") } == 5)
    try world.sandbox.write(Self.cosine(), to: "s/a.json")

    try world.change("s/a.csv") { $0.remove(at: 20) }
    #expect(world.run("check", "s").output.contains("the golden has 49 rows, and the curve 50; step 19 is missing"))
    try world.sandbox.write(golden.replacingOccurrences(of: "lr", with: "rate"), to: "s/a.csv")
    #expect(world.run("check", "s").output.contains("the golden’s column “rate” is “lr” now"))
    for garbage in ["garbage", "", "\u{0}\u{1}\n,,,", "step,epoch,lr\n0,0,x\n", String(golden.dropLast(60))] {
      try world.sandbox.write(garbage, to: "s/a.csv")
      let ended = world.run("check", "s")
      #expect(ended.status == 1 && ended.error.isEmpty)
      #expect(ended.output.hasPrefix("differs  s/a.json: "))
    }
    #expect(world.run("check", "s", "--update").output == "updated  s/a.json: s/a.csv\n")
    #expect(try world.sandbox.text("s/a.csv") == golden)
  }

  @Test(arguments: ["true", "1", "yes", "TRUE", "woodpecker"])
  mutating func `where CI is set no golden is made`(value: String) throws {
    world.environment["CI"] = value
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    for words in [["s", "--update"], ["s", "--update", "--golden", "g"], ["--update", "s", "--exact"]] {
      let ended = world.run(["check"] + words)
      #expect(ended.status == 2)
      #expect(ended.output.isEmpty)
      #expect(ended.error.contains("error[usage]: golden files are not updated where CI is set"))
    }
    #expect(try world.sandbox.tree() == ["s/a.json"])
    #expect(world.run("check", "s", "--update", "--force").status == 0)
    #expect(world.run("check", "s").status == 0)
  }

  @Test(arguments: [nil, "", "0", "false", "False"])
  mutating func `elsewhere it is`(value: String?) throws {
    world.environment["CI"] = value
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    #expect(world.run("check", "s", "--update").status == 0)
  }

  @Test func `a check writes nothing`() throws {
    for (name, text) in [("same", Self.cosine()), ("differs", Self.cosine()), ("missing", Self.cosine())] {
      try world.sandbox.write(text, to: "s/\(name).json")
    }
    _ = world.run("check", "--update", "s/same.json", "s/differs.json")
    try world.change("s/differs.csv", row: 3) { $0 * 2 }
    let before = try world.identities("s")
    for words in [[], ["--golden", "g"], ["--report", "json"], ["--strict"], ["--exact"]] {
      #expect(world.run(["check", "s"] + words).status == 1)
    }
    #expect(try world.identities("s") == before)
    #expect(try world.sandbox.names() == ["s"])
  }

  @Test func `an update touches what fails only`() throws {
    for name in ["same", "near", "differs"] { try world.sandbox.write(Self.cosine(), to: "s/\(name).json") }
    _ = world.run("check", "--update", "s")
    try world.change("s/near.csv", row: 3) { $0 * (1 + 1e-12) }
    try world.change("s/differs.csv", row: 3) { $0 * 2 }
    let before = try world.identities("s")
    #expect(
      world.run("check", "--update", "s").output
        == "updated  s/differs.json: s/differs.csv\nsame     s/near.json\nsame     s/same.json\n"
        + "3 checked: 2 same, 1 updated\n")
    let after = try world.identities("s")
    #expect(zip(before, after).count { $0 != $1 } == 1)
    #expect(world.run("check", "--exact", "s").status == 1)
    #expect(world.run("check", "--exact", "--update", "s").status == 0)
    #expect(world.run("check", "--exact", "s").status == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  mutating func `a tree is checked in its order, however many jobs`() async throws {
    for index in 0..<120 {
      let json = index % 10 == 3 ? Schedules.broken : Schedules.constant(epochs: 1 + (600 / (index + 1)))
      try world.sandbox.write(json, to: "s/\(index / 20)/\(1000 + index).json")
    }
    let one = world.run("check", "s", "--golden", "one", "--update", "-j", "1")
    #expect(one.status == 2)
    #expect(try world.sandbox.tree("one").count == 108)
    let eight = await onThread { [world] in world.run("check", "s", "--golden", "eight", "--update", "--jobs", "8") }
    #expect(eight.status == 2 && eight.error == one.error)
    #expect(eight.output == one.output.replacingOccurrences(of: "one", with: "eight"))
    #expect(try world.sandbox.tree("one") == world.sandbox.tree("eight"))

    try world.change("one/2/1044.csv", row: 0) { $0 * 1.09 }
    try world.sandbox.remove("one/4/1099.csv")
    let checked = await onThread { [world] in world.run("check", "s", "--golden", "one", "-j", "8", "-q") }
    #expect(checked.status == 2)
    let words = checked.output.split(separator: "\n").filter { $0.contains("s/") }.map { $0.prefix { $0 != ":" } }
    #expect(words.filter { $0.hasPrefix("differs") } == ["differs  s/2/1044.json"])
    #expect(words.filter { $0.hasPrefix("missing") } == ["missing  s/4/1099.json"])
    #expect(words.count { $0.hasPrefix("error") } == 12)
    #expect(checked.output.contains("120 checked: 106 same, 1 differs, 1 missing, 12 errors\n"))
  }

  @Test func `what a schedule reads is no orphan, and no golden`() throws {
    let plateau = #"{"epochs": 2, "scheduler": {"type": "plateau"}, "metric": {"csv": "LOG", "column": "loss"}}"#
    try world.sandbox.write(plateau.replacingOccurrences(of: "LOG", with: "../logs/run.csv"), to: "s/p/a.json")
    try world.sandbox.write(plateau.replacingOccurrences(of: "LOG", with: "b.csv"), to: "s/p/b.json")
    for path in ["s/logs/run.csv", "s/p/b.csv", "s/p/stray.csv"] {
      try world.sandbox.write("loss\n1\n1\n", to: path)
    }
    let update = world.run("check", "--update", "s")
    #expect(update.status == 2)
    #expect(update.error.contains("s/p/b.csv is read by a schedule, and would be overwritten"))
    #expect(try world.sandbox.text("s/p/b.csv") == "loss\n1\n1\n")
    let check = world.run("check", "s")
    #expect(check.status == 1)
    #expect(
      check.output
        == """
        same     s/p/a.json
        differs  s/p/b.json: s/p/b.csv is what the schedule reads, and cannot be its golden
        orphan   s/p/stray.csv: no schedule file has it for its golden or reads it
        2 checked: 1 same, 1 differs, 1 orphan
        If the orphan is not needed:
          rm s/p/stray.csv
        If the change is intended:
          lrplot check --update --golden goldens s

        """)
    #expect(try world.runLast(of: check).status == 0)
    #expect(world.run("check", "s", "--golden", "goldens").status == 0)
  }

  @Test func `a golden is not made over what another schedule reads`() throws {
    try world.sandbox.write(Self.cosine(), to: "s/run.json")
    try world.sandbox.write(
      #"{"epochs": 2, "scheduler": {"type": "plateau"}, "metric": {"csv": "run.csv", "column": "loss"}}"#,
      to: "s/zz.json")
    try world.sandbox.write("loss\n1\n1\n", to: "s/run.csv")
    let ended = world.run("check", "--update", "s")
    #expect(ended.status == 2)
    #expect(ended.error.contains("s/run.csv is read by a schedule, and would be overwritten"))
    #expect(try world.sandbox.text("s/run.csv") == "loss\n1\n1\n")
    #expect(world.sandbox.exists("s/zz.csv"))
  }

  @Test func `orphans are warnings, unless they are to fail`() throws {
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    _ = world.run("check", "--update", "s")
    for path in ["s/old.csv", "s/d/older.csv", "s/.hidden.csv", "s/diff/a.csv"] {
      try world.sandbox.write("x", to: path)
    }
    let ended = world.run("check", "s", "--diff", "s/diff")
    #expect(ended.status == 0)
    let orphans = ended.output.split(separator: "\n").filter { $0.hasPrefix("orphan") }
    #expect(orphans.map { $0.prefix { $0 != ":" } } == ["orphan   s/d/older.csv", "orphan   s/old.csv"])
    #expect(ended.output.hasSuffix("  rm s/d/older.csv s/old.csv\n"))
    #expect(world.run("check", "s", "--strict").status == 1)
    #expect(world.run("check", "s", "-q", "--diff", "s/diff").output.isEmpty)
    #expect(world.run("check", "s/a.json", "--strict").status == 0)
  }

  @Test func `in a folder of goldens everything else is an orphan`() throws {
    try world.sandbox.write(Self.cosine(), to: "s/d/a.json")
    _ = world.run("check", "--update", "s", "--golden", "g")
    #expect(try world.sandbox.tree("g") == ["d/a.csv"])
    try world.sandbox.write("x", to: "g/a.csv")
    try world.sandbox.write("x", to: "s/d/a.csv")
    let ended = world.run("check", "s", "--golden", "g", "--strict")
    #expect(ended.status == 1)
    #expect(ended.output.contains("orphan   g/a.csv"))
    #expect(!ended.output.contains("s/d/a.csv"))
    #expect(world.run("check", "s/d/a.json", "--golden", "g/d", "--strict").status == 0)
  }

  @Test func `a file that is named twice is checked once`() throws {
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    #expect(world.run("check", "--update", "s", "s/a.json", "./s/a.json").output == "made     s/a.json: s/a.csv\n")
    try world.sandbox.write(Self.cosine(), to: "t/a.json")
    let ended = world.run("check", "--update", "s", "t", "--golden", "g")
    #expect(ended.status == 2)
    #expect(ended.error.contains("s/a.json and t/a.json would both have g/a.csv"))
    #expect(!world.sandbox.exists("g"))
  }

  @Test(arguments: [
    (["check"], "check needs a schedule file or a folder of them"), (["check", ""], "an empty name is not a file"),
    (["check", "s", "--exact", "--rtol", "1"], "“--exact” allows no difference"),
    (["check", "s", "--rtol", "-1"], "“--rtol” must be a number, at least 0"),
    (["check", "s", "--atol-peak", "few"], "“--atol-peak” must be a number, at least 0"),
    (["check", "s", "--rtol", "1e999"], "“--rtol” must be a number, at least 0"),
    (["check", "s", "--force"], "“--force” means nothing without --update"),
    (["check", "s", "--golden", ""], "“--golden” is empty"), (["check", "s", "--report", ""], "unknown format “”"),
    (["check", "s", "--output", "o"], "“--output” is not an option of check"),
    (["check", "no"], "no such file or folder"),
  ])
  func `what makes no sense is refused`(words: [String], message: String) throws {
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    let ended = world.run(words)
    #expect(ended.status == 2)
    #expect(ended.error.contains(message))
  }

  @Test func `a golden that cannot be written is trouble`() throws {
    try world.sandbox.write(Self.cosine(), to: "s/a.json")
    try world.sandbox.makeFolder("s/a.csv")
    let check = world.run("check", "s")
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("differs  s/a.json: s/a.csv cannot be read: Is a directory"))
    let update = world.run("check", "--update", "s")
    #expect(update.status == 2)
    #expect(update.error == "s/a.csv: error[io]: cannot be written: Is a directory\n")
    try world.sandbox.write("no folder", to: "g")
    #expect(world.run("check", "s", "--golden", "g").status == 1)
    #expect(world.run("check", "--update", "s", "--golden", "g").status == 2)
  }

  /// Names that a shell or the program itself would take for something else.
  @Test(arguments: ["a b.json", "it's.json", "-o.json", "--update.json", "$x.json", "ü;.json", "=.json"])
  func `the command that it ends with can be pasted`(name: String) throws {
    try world.sandbox.write(Self.cosine(), to: name)
    let operands = name.hasPrefix("-") ? ["--", name] : [name]
    let ended = world.run(["check", "--rtol", "1e-6"] + operands)
    #expect(ended.status == 1)
    #expect(try world.runLast(of: ended).status == 0)
    #expect(world.run(["check"] + operands).status == 0)
  }

  @Test func `many failures are named by their folder`() throws {
    for index in 0..<7 { try world.sandbox.write(Self.cosine(), to: "s/\(index).json") }
    let ended = world.run("check", "s/")
    #expect(ended.output.hasSuffix("  lrplot check --update s/\n"))
    #expect(try world.runLast(of: ended).status == 0)
  }

  @Test func `several columns are told apart`() throws {
    try world.sandbox.write(
      #"{"epochs": 4, "optimizer": {"param_groups": [{"name": "a"}, {"name": "b", "lr": 1}]}, "scheduler": {"type": "step", "step_size": 2}}"#,
      to: "a.json")
    _ = world.run("check", "--update", "a.json")
    try world.change("a.csv", row: 2, column: 2) { _ in 0 }
    try world.change("a.csv", row: 2, column: 3) { $0 / 2 }
    let output = world.run("check", "a.json").output
    #expect(output.contains("  step 2: golden 0.0, actual 0.0001 (lr.a)\n"))
    #expect(output.contains("  step 2: golden 0.05, actual 0.1, +100 % (lr.b)\n"))
  }
}
