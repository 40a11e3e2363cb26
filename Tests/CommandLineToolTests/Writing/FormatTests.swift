import Testing

@testable import CommandLineTool

@Suite struct FormatTests {
  @Test(arguments: [
    ("a.svg", Format.svg), ("a.csv", .csv), ("a.b.json", .json), ("a.txt", .text), ("d.svg/a.CSV", .csv), ("a", nil),
    ("d.svg/a", nil), ("a.text", nil), ("a.", nil), ("", nil),
  ])
  func `the ending says the format`(path: String, format: Format?) {
    #expect(Format(path: path) == format)
  }

  @Test(arguments: [
    ("svg", [Format.svg]), ("csv,svg", [.csv, .svg]), ("svg,svg,json", [.svg, .json]), ("SVG", [.svg]),
  ])
  func `a list keeps its order and says everything once`(list: String, formats: [Format]) throws {
    let line = CommandLine([list])
    #expect(try Format.list(line.arguments[0], of: line) == formats)
  }

  @Test(arguments: ["", "png", "svg,", ",svg", "svg;csv", "svg, csv", "txt"])
  func `other words are no formats`(list: String) {
    let line = CommandLine([list])
    #expect(throws: Failure.self) { try Format.list(line.arguments[0], of: line) }
  }

  @Test(arguments: ["a.png", "a.svg.gz", "d/a.pdf", "a."])
  func `an ending of something else is refused`(name: String) {
    let line = CommandLine([name])
    #expect(throws: Failure.self) { try Format.ofFile(line.arguments[0], of: line) }
  }

  @Test(arguments: ["a", ".hidden", "d.png/a"])
  func `a name without an ending says nothing`(name: String) throws {
    let line = CommandLine([name])
    #expect(try Format.ofFile(line.arguments[0], of: line) == nil)
  }
}
