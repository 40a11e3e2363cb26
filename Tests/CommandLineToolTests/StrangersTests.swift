import Foundation
import Testing
import Text

@testable import CommandLineTool

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Schedules of strangers: nothing in one becomes code, a command or a path.
@Suite struct StrangersTests {
  private static let texts = [
    "</title></text><script>alert(1)</script>", "]]><!-- -->", "\"/><a href=\"//x\">&amp;", "' onload='x",
    "x\" onload=\"x",
    "a\u{1B}[2J\u{1B}]0;x\u{7}\r\u{8}\u{7F}", "\u{9B}31m\u{202E}abc\u{2066}\u{200F}\u{2028}",
    "::error::x\n::set-output name=a::b%0A",
    "=cmd|' /C calc'!A0", "@sum(1)", "+1", "-1", "a,\"b\"\nc", "url(http://x)", "${HOME} $(id) `id`", "{}",
    "\u{0}\u{FFFE}",
  ]

  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }

  /// A schedule with a text wherever one may stand.
  private static func schedule(_ text: String) -> String {
    let text = quoted(text)
    return """
      {"title": \(text), "description": \(text), "source": \(text), "$comment": \(text), "epochs": 4, "metric": 0.5,
       "curves": [{"name": \(text), "scheduler": {"type": "step", "step_size": 2},
         "optimizer": {"lr": 1, "param_groups": [{"name": \(text)}, {"lr": 2}]}},
         {"name": "other", "scheduler": {"type": "cyclic", "base_lr": 0.1, "max_lr": 1, "step_size_up": 2}}]}
      """
  }

  @Test(arguments: texts)
  func `a picture holds a text as text`(text: String) throws {
    try world.sandbox.write(Self.schedule(text), to: "s.json")
    for flags in [[], ["--y", "log"], ["--theme", "dark"]] {
      let picture = world.run(["render", "s.json", "--format", "svg"] + flags)
      #expect(picture.status == 0)
      let names = Names()
      let parser = XMLParser(data: Data(picture.output.utf8))
      parser.delegate = names
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(names.elements.isSubset(of: Names.harmless), "\(names.elements)")
      #expect(!names.attributes.contains { $0.hasPrefix("on") || $0.hasSuffix("href") }, "\(names.attributes)")
    }
  }

  @Test(arguments: texts)
  func `numbers have a text as the name of their column`(text: String) throws {
    try world.sandbox.write(Self.schedule(text), to: "s.json")
    let columns = ["step", "epoch"] + ["\(text):lr.\(text)", "\(text):lr.1", "other:lr", "other:momentum"]
    let table = SeparatedValues.rows(of: Bytes(world.run("render", "s.json", "--format", "csv").output.utf8))
    #expect(table.first?.prefix(4) == columns.prefix(4) && table.count == 5)
    #expect(Set(table.map(\.count)).count == 1)
    let document = Data(world.run("render", "s.json", "--format", "json").output.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: document) as? [String: [Any]])
    #expect(Set(columns).isSubset(of: object.keys))
  }

  @Test(arguments: texts)
  func `a terminal is sent nothing that it obeys`(text: String) throws {
    var world = world
    world.outputIsTerminal = true
    world.errorIsTerminal = true
    world.environment["NO_COLOR"] = "1"
    try world.sandbox.write(Self.schedule(text), to: "s.json")
    try world.sandbox.write("step,epoch,\(Self.quoted(text))\n0,0,1\n", to: "s.csv")
    let wrong = Self.quoted(text)
    try world.sandbox.write(
      #"{\#(wrong): 1, "scheduler": {"type": \#(wrong), \#(wrong): 1}, "metric": {"csv": \#(wrong), "column": "x"}}"#,
      to: "wrong.json")
    try world.sandbox.write("{\(text)", to: "broken.json")
    let commands = [
      ["render", "FILE", "--format", "svg"], ["render", "FILE", "--format", "csv"],
      ["render", "FILE", "--format", "json"],
      ["render", "FILE", "--format", "text"], ["render", "FILE", "--print-spec"], ["explain", "FILE"],
      ["explain", "FILE", "--format", "json"], ["at", "FILE", "1"], ["at", "FILE", "1", "--format", "csv"],
      ["at", "FILE", "1", "--format", "json"], ["lint", "FILE"], ["compare", "FILE", "s.json", "--format", "text"],
      ["render", "FILE", "-v", "--output", "out/"],
    ]
    let reports = ["text", "github", "junit", "json"].map { ["check", "FILE", "--report", $0] }
    for command in commands + reports {
      for file in ["s.json", "wrong.json", "broken.json"] {
        let ended = world.run(command.map { $0 == "FILE" ? file : $0 } + ["--title", text].prefix(takesTitle(command)))
        let sent = (ended.output + ended.error).unicodeScalars.first { $0 != "\n" && $0 != $0.visible }
        #expect(sent == nil, "\(command) \(file)")
      }
    }
  }

  private func takesTitle(_ command: [String]) -> Int { ["render", "compare"].contains(command[0]) ? 2 : 0 }

  @Test(arguments: texts)
  func `GitHub is given no command by a text`(text: String) throws {
    try world.sandbox.write(Self.schedule(text), to: "s.json")
    _ = world.run("check", "--update", "s.json")
    let changed = Self.schedule(text).replacingOccurrences(of: "\"lr\": 2", with: "\"lr\": 3")
    try world.sandbox.write(changed, to: "s.json")
    let ended = world.run("check", "s.json", "--report", "github")
    #expect(ended.status == 1)
    let lines = ended.output.split(whereSeparator: \.isNewline)
    let commands = lines.filter { $0.contains("::") && !$0.hasPrefix("  lrplot") }
    #expect(commands.count == 1 && commands[0].hasPrefix("::error file=s.json,line=2,col="), "\(ended.output)")
  }

  // MARK: Paths

  @Test func `results stay in their folder, whatever schedules are called`() throws {
    let good = #"{"epochs": 2, "scheduler": {"type": "constant"}}"#
    let names = [
      "...json", "..json", "a\nb.json", " .json", "-.json", "x:y.json", "a\\..\\b.json", "~.json", "c.json.json",
      "%2e%2e%2fd.json",
    ]
    for name in names { try world.sandbox.write(good, to: "in/deep/\(name)") }
    try world.sandbox.write(good, to: "elsewhere/e.json")
    try world.sandbox.link("in/file.json", to: "../elsewhere/e.json")
    try world.sandbox.link("in/folder", to: "../elsewhere")
    let before = try world.sandbox.tree()
    let operands = [
      ["in"], ["in/../in/deep"], ["in/deep/...json", "in/deep/c.json.json"], [world.sandbox.path("in/deep/../deep")],
      ["in/deep/../../elsewhere/e.json", "in/folder/../in/deep/a\nb.json"],
    ]
    for inputs in operands {
      let ended = world.run(["render", "--format", "csv,svg", "--output", "out/", "--"] + inputs)
      #expect(ended.status == 0 || inputs.count == 2, "\(ended.error)")
      let made = try world.sandbox.tree()
      #expect(made.filter { !$0.hasPrefix("out/") } == before, "\(inputs)")
      #expect(made.count > before.count)
      try world.sandbox.remove("out")
    }
    let checked = world.run("check", "--update", "in", "--golden", "goldens", "--diff", "differences")
    #expect(checked.status == 0, "\(checked)")
    #expect(try world.sandbox.tree().filter { !$0.hasPrefix("goldens/") } == before)
  }

  @Test func `a metric's table is found beside its schedule, wherever one stands`() throws {
    let metric = #""metric": {"csv": "../logs/run.csv", "column": "loss"}"#
    try world.sandbox.write(#"{"epochs": 1, "scheduler": {"type": "plateau"}, \#(metric)}"#, to: "s/in/a.json")
    try world.sandbox.write("loss\n7\n", to: "s/logs/run.csv")
    try world.sandbox.write("loss\n8\n", to: "logs/run.csv")
    #expect(world.run("render", "s/in/a.json", "--format", "csv").output.hasSuffix("0,0,0.1,7.0\n"))
    try world.sandbox.remove("s/logs")
    #expect(world.run("render", "s/in/a.json", "--format", "csv").status == 2)
  }
}

/// Collects what elements and attributes a picture has.
private final class Names: NSObject, XMLParserDelegate {
  static let harmless: Set<String> = [
    "svg", "title", "desc", "style", "g", "path", "rect", "line", "circle", "text", "tspan", "defs", "clipPath",
  ]

  var elements: Set<String> = []
  var attributes: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
  }
}
