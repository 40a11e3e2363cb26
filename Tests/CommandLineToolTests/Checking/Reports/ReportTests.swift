import Foundation
import Testing

@testable import CommandLineTool

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The forms that other programs read.
@Suite struct ReportTests {
  private var world: TestWorld
  /// A name with everything in it that some form must escape.
  private static let name = "50 %, <a>&\"b\": c.json"

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(Schedules.constant(), to: "s/same.json")
    try world.sandbox.write(Schedules.constant(), to: "s/\(Self.name)")
    _ = world.run("check", "--update", "s")
    try world.change("s/50 %, <a>&\"b\": c.csv", row: 1) { $0 * 2 }
    try world.sandbox.write(Schedules.constant(), to: "s/missing.json")
    try world.sandbox.write("{\"epochs\": 1,\n \"scheduler\": {\"type\": \"cosin\"}}", to: "s/wrong.json")
    try world.sandbox.write("x", to: "s/orphan.csv")
  }

  @Test func `GitHub is told what fails, where, on one line each`() throws {
    let ended = world.run("check", "s", "--report", "github")
    #expect(ended.status == 2)
    let commands = ended.output.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(commands.count == 4)
    #expect(
      commands[0].hasPrefix(
        "::error file=s/50 %25%2C <a>&\"b\"%3A c.json,line=1,col=37,title=lrplot check%3A differs::"))
    #expect(commands[0].contains("::one row (1 of 2 rows)%0Astep 1: golden 0.2, actual 0.1, -50 %25%0Alrplot check"))
    #expect(commands[0].hasSuffix("%0Alrplot check --update 's/50 %25, <a>&\"b\": c.json'"))
    #expect(commands[1].hasPrefix("::error file=s/missing.json,line=1,"))
    #expect(commands[2].hasPrefix("::error file=s/wrong.json,line=2,col=24,title=lrplot check%3A error::"))
    #expect(commands[3].hasPrefix("::warning file=s/orphan.csv,title=lrplot check%3A orphan::"))
    #expect(ended.output.contains("\nsame     s/same.json\n"))
    #expect(world.run("check", "s", "--report", "github", "--strict").output.contains("::error file=s/orphan.csv,"))
  }

  @Test(arguments: [("true", true), ("false", false), ("", false), ("1", false)])
  mutating func `GitHub is told of its own accord where it runs`(value: String, isTold: Bool) {
    world.environment["GITHUB_ACTIONS"] = value
    #expect(world.run("check", "s").output.contains("::error") == isTold)
    #expect(!world.run("check", "s", "--report", "text").output.contains("::error"))
  }

  @Test func `what is escaped can be read back`() {
    #expect(WorkflowCommand.data("a%\r\nb:,c") == "a%25%0D%0Ab:,c")
    #expect(WorkflowCommand.property("a%\r\nb:,ü") == "a%25%0D%0Ab%3A%2Cü")
  }

  @Test func `JUnit is XML, and nothing else is on the output`() throws {
    for (flags, failures) in [([], "2"), (["--strict"], "3")] {
      let ended = world.run(["check", "s", "--report", "junit"] + flags)
      #expect(ended.status == 2)
      let reader = CaseReader()
      let parser = XMLParser(data: Data(ended.output.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(reader.suites == [["tests": "5", "failures": failures, "errors": "1"]])
      #expect(reader.cases.map(\.name) == [Self.name, "missing.json", "same.json", "wrong.json", "orphan.csv"])
      let orphan = flags.isEmpty ? "skipped" : "failure"
      #expect(reader.cases.map(\.outcome) == ["failure", "failure", nil, "error", orphan])
      #expect(reader.cases[0].text.hasSuffix("\nlrplot check --update 's/50 %, <a>&\"b\": c.json'"))
    }
  }

  @Test func `JUnit says what was made, and why something is skipped`() {
    let report = world.run("check", "--update", "s", "--report", "junit").output
    #expect(report.contains("\n   <system-out>made s/missing.csv</system-out>\n"))
    #expect(report.contains("\n   <system-out>updated s/50 %, &lt;a&gt;&amp;\"b\": c.csv</system-out>\n"))
    #expect(report.contains("\n   <skipped message=\"orphan: no schedule file has it for its golden or reads it\"/>\n"))
    #expect(report.contains("\n   <error message=\"unknown scheduler “cosin”\" type=\"error\">"))
  }

  @Test func `JSON is JSON, and nothing else is on the output`() throws {
    let ended = world.run("check", "s", "--report", "json")
    #expect(ended.status == 2)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(report["exit"] as? Int == 2 && report["checked"] as? Int == 4)
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.map { $0["verdict"] as? String } == ["differs", "missing", "same", "error", "orphan"])
    #expect(files[0]["path"] as? String == "s/\(Self.name)")
    #expect(files[0]["pattern"] as? String == "one row")
    let row = try #require((files[0]["rows"] as? [[String: Any]])?.first)
    #expect(row["step"] as? Int == 1 && row["golden"] as? Double == 0.2 && row["actual"] as? Double == 0.1)
    let next = try #require(report["next"] as? [String])
    #expect(next.last == "lrplot check --update 's/50 %, <a>&\"b\": c.json' s/missing.json")
  }

  @Test func `an empty report is one, too`() throws {
    try world.sandbox.write(Schedules.constant(), to: "t/a.json")
    _ = world.run("check", "--update", "t")
    #expect(world.run("check", "t", "--report", "junit", "-q").output.contains("tests=\"1\" failures=\"0\""))
    #expect(world.run("check", "t", "--report", "json").output.contains("\"next\": []"))
    #expect(world.run("check", "t", "--report", "text", "-q").output.isEmpty)
  }
}

/// Collects the test cases of a JUnit file.
private final class CaseReader: NSObject, XMLParserDelegate {
  struct Case {
    var name: String
    var outcome: String?
    var text = ""
  }

  var suites: [[String: String]] = []
  var cases: [Case] = []
  private var isInside = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    switch name {
    case "testsuite": suites.append(attributes.filter { ["tests", "failures", "errors"].contains($0.key) })
    case "testcase": cases.append(Case(name: attributes["name"] ?? ""))
    case "failure", "error", "skipped":
      cases[cases.count - 1].outcome = name
      isInside = true
    default: break
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    isInside = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInside { cases[cases.count - 1].text += string }
  }
}
