import Foundation
import Testing
import System
import Text

@testable import CommandLineTool

/// Whatever a file, a group or a curve is called, it is a name and nothing else.
@Suite struct HostileNamesTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private static let shells = ["bash", "dash"].compactMap { name in Program(name).map { (name: name, program: $0) } }

  /// Runs a command in a shell whose `lrplot` is the tool in this process; gives how that ended, if it was called.
  private func paste(_ command: String, into shell: Program) throws -> TestWorld.Ended? {
    let words = "lrplot() { for word; do printf '%s\\0' \"$word\" >> words; done; }\n"
    let ended = try shell.run(["-c", "cd \"$0\" && \(words)\(command)", world.sandbox.path])
    #expect(ended.status == 0, "\(command): \(ended.output)")
    #expect(!world.sandbox.exists("PWNED"), "\(command)")
    guard world.sandbox.exists("words") else { return nil }
    let given = try Data(contentsOf: URL(filePath: world.sandbox.path("words"))).split(
      separator: 0, omittingEmptySubsequences: false)
    try world.sandbox.remove("words")
    return world.run(given.dropLast().map { PathText.decode(Bytes($0)) })
  }

  /// The commands that a text suggests, each on lines of its own.
  private func commands(in text: String, beginningWith first: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("  \(first)") }.map(String.init)
  }

  @Test(arguments: HostileNames.all)
  func `suggested commands do what they say`(name: String) throws {
    for (_, shell) in Self.shells {
      let file = "s/\(name).json"
      try world.sandbox.write(Schedules.cosine, to: file)
      for report in ["text", "github"] {
        let missing = world.run("check", "s", "--report", report)
        #expect(missing.status == 1)
        let update = try #require(commands(in: missing.output, beginningWith: "lrplot check --update").last)
        #expect(try paste(update, into: shell)?.status == 0)
        #expect(world.run("check", "s").status == 0)
        try world.sandbox.remove("s/\(name).csv")
      }
      let stale = world.run("render", "--check", "--", file)
      #expect(stale.status == 1)
      let render = try #require(commands(in: stale.output, beginningWith: "lrplot render").last)
      #expect(try paste(render, into: shell)?.status == 0)
      #expect(world.run("render", "--check", "--", file).status == 0)
      // A golden without its schedule.
      #expect(world.run("check", "--update", "s").status == 0)
      try world.sandbox.remove(file)
      let orphan = world.run("check", "s", "--strict")
      #expect(orphan.output.contains("orphan") || orphan.status == 2)
      try world.sandbox.write(Schedules.cosine, to: "s/other.json")
      let orphans = world.run("check", "s")
      let remove = try #require(commands(in: orphans.output, beginningWith: "rm").last)
      #expect(try paste(remove, into: shell) == nil)
      #expect(!world.run("check", "s").output.contains("orphan"))
      try world.sandbox.remove("s")
    }
  }

  @Test(arguments: HostileNames.all)
  func `names are read back as they were`(name: String) throws {
    let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    let text = """
      {"epochs": 2, "curves": [
        {"name": \(quoted), "scheduler": {"type": "exponential", "gamma": 0.9},
         "optimizer": {"lr": 1, "param_groups": [{"name": \(quoted)}, {"name": "z"}]}},
        {"name": "other", "scheduler": {"type": "constant"}}]}
      """
    try world.sandbox.write(text, to: "s.json")
    let table = world.run("render", "s.json", "--format", "csv")
    let rows = SeparatedValues.rows(of: Bytes(table.output.utf8))
    #expect(rows.map(\.count) == [5, 5, 5])
    #expect(rows.first?[2].isSame(as: "\(name):lr.\(name)") == true)
    #expect(world.run("check", "--update", "s.json").status == 0)
    try world.sandbox.write(text.replacingOccurrences(of: "0.9", with: "0.8"), to: "s.json")
    let differs = world.run("check", "s.json")
    #expect(differs.status == 1 && differs.output.contains("2 rows"), "\(differs)")
    for format in ["svg", "json", "text"] {
      #expect(world.run("render", "s.json", "--format", format).status == 0)
    }
  }

  /// A byte of a stream that begins a line for GitHub's runner, blanks before it left out, or `##[` anywhere.
  private func obeyed(_ text: String) -> [Substring] {
    text.split { ["\n", "\r", "\r\n"].contains($0) }.filter { line in
      let start = line.unicodeScalars.drop { $0.properties.isWhitespace }
      return String(start).begins(with: "::") || String(line).holds("##[")
    }
  }

  @Test(arguments: HostileNames.all)
  func `GitHub’s runner is given no command`(name: String) throws {
    var world = world
    world.environment["GITHUB_ACTIONS"] = "true"
    let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    let good = """
      {"title": \(quoted), "description": \(quoted), "epochs": 2, "curves": [
        {"name": \(quoted), "scheduler": {"type": "cosine", "T_max": 2}, "optimizer": {"param_groups": [{"name": \(quoted)}, {}]}},
        {"name": "o", "scheduler": {"type": "constant"}}]}
      """
    try world.sandbox.write(good, to: "s/\(name).json")
    try world.sandbox.write("{\"scheduler\":\n \(quoted),\n \(quoted): 1}", to: "t/\(name).json")
    try world.sandbox.write("{\"epochs\":\n\(name)", to: "t/\(name)2.json")
    try world.sandbox.write("x", to: "s/\(name)1.csv")
    let files = ["s/\(name).json", "t/\(name).json", "t/\(name)2.json"]
    var lines: [[String]] = [["render", "--check", "s"], ["lint", "s"], ["check", "s", "t"], ["lint", "t"]]
    for file in files {
      lines += ["svg", "csv", "json", "text"].map { ["render", "-f", $0, "--", file] }
      lines += ["text", "json"].map { ["explain", "-f", $0, "--", file] }
      lines += ["text", "csv", "json"].map { ["at", "-f", $0, "--", file, "1"] }
      lines += [["render", "--print-spec", "--", file], ["compare", "-f", "text", "--", file, files[0]]]
    }
    for report in ["text", "github", "junit", "json"] {
      lines += [["check", "s", "t", "--report", report], ["lint", "s", "t", "--report", report]]
    }
    for line in lines + lines.map({ $0 + ["-v"] }) where line[0] != "at" || !line.contains("-v") {
      let ended = world.run(line.contains("--") ? ["-v"].filter(line.contains) + line.filter { $0 != "-v" } : line)
      // Its own annotations are meant to be obeyed; the fields of one are escaped.
      let own = obeyed(ended.output).filter {
        !$0.hasPrefix("::error file=") && !$0.hasPrefix("::warning file=")
      }
      #expect(own.isEmpty && obeyed(ended.error).isEmpty, "\(line): \(own) \(obeyed(ended.error))")
    }
  }

  @Test func `names that only look the same are two`() throws {
    let (one, two) = ("\u{E9}", "e\u{301}")
    try world.sandbox.write(Schedules.cosine, to: "d/\(one).json")
    try world.sandbox.write(Schedules.cosine, to: "d/\(two).json")
    guard try world.sandbox.names(in: "d").count == 2 else { return }
    #expect(world.run("render", "d/\(one).json", "d/\(two).json", "-o", "out/").status == 0)
    #expect(try world.sandbox.names(in: "out").count == 2)
    #expect(world.run("check", "--update", "d").status == 0)
    try world.sandbox.remove("d/\(two).json")
    #expect(world.run("check", "--strict", "d").status == 1)
    // The heading that is asked for, and not one that looks like it.
    try world.sandbox.write("\(two),\(one)\n1,5\n1,5\n", to: "run.csv")
    let metric = #"{"epochs": 2, "scheduler": {"type": "plateau"}, "metric": {"csv": "run.csv", "column": "\#(one)"}}"#
    try world.sandbox.write(metric, to: "m.json")
    #expect(world.run("render", "m.json", "-f", "csv").output.hasSuffix(",5.0\n"))
    let groups = #"[{"name": "\#(one)"}, {"name": "\#(two)"}]"#
    try world.sandbox.write(
      #"{"epochs": 1, "optimizer": {"param_groups": \#(groups)}, "scheduler": {"type": "constant"}}"#, to: "g.json")
    #expect(world.run("render", "g.json", "-f", "csv").status == 0)
  }

  @Test(arguments: ["\u{600}", "\u{6DD}", "\u{70F}", "\u{301}", "\u{200D}"])
  func `no schedule of a folder hides behind a mark`(mark: String) throws {
    try world.sandbox.write(Schedules.cosine, to: "d/a.json")
    try world.sandbox.write(Schedules.broken, to: "d/a\(mark).json")
    #expect(world.run("check", "d").output.contains("2 checked"))
    #expect(world.run("render", "d", "-o", "out/").status == 2)
    try world.sandbox.write(Schedules.cosine, to: "d/a\(mark).json")
    #expect(world.run("render", "d", "-o", "out/").status == 0)
    #expect(try world.sandbox.names(in: "out").map { Bytes($0.utf8) }.contains(Bytes("a\(mark).svg".utf8)))
  }

  @Test func `two columns of one name are an error`() throws {
    try world.sandbox.write(
      #"""
      {"epochs": 1, "curves": [{"name": "x", "optimizer": {"param_groups": [{"name": "q:lr"}, {}]}, "scheduler": {"type": "constant"}},
        {"name": "x:lr.q", "scheduler": {"type": "constant"}}]}
      """#, to: "t.json")
    for command in ["render", "check", "explain"] {
      let ended = world.run(command, "t.json")
      #expect(ended.status == 2 && (ended.error + ended.output).contains("two columns would be called"), "\(ended)")
    }
  }

  @Test func `blanks at the ends of names are kept`() throws {
    let groups = #"[{"name": "a"}, {"name": "a "}, {"name": " a"}, {"name": ""}, {"name": " "}, {"name": "\t"}]"#
    let text =
      #"{"epochs": 2, "optimizer": {"param_groups": \#(groups)}, "scheduler": {"type": "constant", "factor": 0.5}}"#
    try world.sandbox.write(text, to: "s.json")
    #expect(world.run("check", "--update", "s.json").status == 0)
    #expect(world.run("check", "s.json").status == 0)
    try world.sandbox.write(text.replacingOccurrences(of: "0.5", with: "0.25"), to: "s.json")
    #expect(world.run("check", "s.json").output.contains("scaled by"))
  }

  @Test func `a long heading does not fill the screen`() throws {
    try world.sandbox.write(Schedules.cosine, to: "s.json")
    let heading = String(repeating: "x", count: 1_000_000)
    for table in [
      "step,epoch,\(heading)\n0,0,1\n", "step,epoch,lr\n0,0,\"\(String(repeating: "\"\"", count: 500_000))\"\n",
    ] {
      try world.sandbox.write(table, to: "s.csv")
      for report in ["text", "github", "junit", "json"] {
        let ended = world.run("check", "s.json", "--report", report)
        #expect(ended.status == 1 && ended.output.utf8.count < 20_000, "\(report) \(ended.output.utf8.count)")
      }
    }
  }
}
