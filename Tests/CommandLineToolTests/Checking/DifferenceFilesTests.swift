import Testing

@testable import CommandLineTool

@Suite struct DifferenceFilesTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    for path in ["s/a.json", "s/d/b.json", "s/same.json", "s/garbage.json", "s/missing.json"] {
      try world.sandbox.write(
        #"{"title": "<T>", "scheduler": {"type": "OneCycleLR", "max_lr": 1, "total_steps": 20}}"#, to: path)
    }
    _ = world.run("check", "--update", "s")
    for path in ["s/a.csv", "s/d/b.csv"] { try world.change(path, row: 5) { $0 * 2 } }
    try world.sandbox.write("garbage", to: "s/garbage.csv")
    try world.sandbox.remove("s/missing.csv")
  }

  @Test func `both are written for what differs, and for nothing else`() throws {
    let before = try world.identities("s")
    let ended = world.run("check", "s", "--diff", "out/diff/")
    #expect(ended.status == 1)
    let stems = ["a", "d/b", "garbage"]
    #expect(try world.sandbox.tree("out/diff") == stems.flatMap { ["\($0).csv", "\($0).svg"] })
    #expect(try world.identities("s") == before)
    let numbers = world.run("render", "s/a.json", "-f", "csv").output
    for stem in stems { #expect(try world.sandbox.text("out/diff/\(stem).csv") == numbers) }
  }

  @Test func `the picture shows golden, actual and their difference`() throws {
    _ = world.run("check", "s", "--diff", "diff")
    let svg = try world.sandbox.text("diff/a.svg")
    #expect(svg.contains("&lt;T&gt;: one row (1 of 20 rows)"))
    for text in [">golden<", ">actual<", ">actual − golden<", "class=\"series axis\" stroke=\"#8c959f\""] {
      #expect(svg.contains(text))
    }
    // Rate and momentum, both twice, and the difference of the one that differs.
    #expect(svg.components("<path class=\"series ") == 5)
    #expect(!svg.contains("momentum: actual"))
    let garbage = try world.sandbox.text("diff/garbage.svg")
    #expect(!garbage.contains(">golden<"))
    #expect(garbage.components("<path class=\"series ") == 2)
  }

  @Test func `an update can be looked at, too`() throws {
    #expect(world.run("check", "s", "--diff", "diff", "--update").status == 0)
    #expect(try world.sandbox.tree("diff").count == 6)
    #expect(world.run("check", "s", "--diff", "other").status == 0)
    #expect(!world.sandbox.exists("other"))
  }

  @Test func `goldens, schedules and what they read are not written over`() throws {
    for words in [["s", "--diff", "s"], ["s/a.json", "--diff", "s"], ["s", "--golden", "g", "--diff", "g"]] {
      if words.contains("g") {
        _ = world.run("check", "s", "--golden", "g", "--update")
        try world.change("g/a.csv", row: 5) { $0 * 2 }
      }
      let before = try world.identities()
      let ended = world.run(["check"] + words)
      #expect(ended.status == 2)
      #expect(ended.error.contains("a.csv is a golden, and would be overwritten\n  name another folder: --diff DIR"))
      #expect(try world.identities() == before)
    }
  }

  @Test func `two results in one place are refused`() throws {
    try world.sandbox.write(Schedules.cosine, to: "t/a.json")
    let ended = world.run("check", "s", "t", "--diff", "diff")
    #expect(ended.status == 2)
    #expect(ended.error.contains("s/a.json and t/a.json would both have a.csv"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
