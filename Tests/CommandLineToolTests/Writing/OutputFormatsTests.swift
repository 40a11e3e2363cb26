import Testing

@testable import CommandLineTool

@Suite struct OutputFormatsTests {
  @Test func `its formats are listed as one says them`() {
    #expect(OutputFormats([.text, .csv, .json], standard: .text).words == "text, csv or json")
    #expect(OutputFormats([.text, .json], standard: .text).words == "text or json")
    #expect(OutputFormats([.text], standard: .text).words == "text")
  }

  @Test func `other formats are refused`() throws {
    let line = try ParsedLine(CommandLine(["explain", "-f", "csv"]))
    let argument = try #require(line.value(of: .format))
    try OutputFormats.pictures.check([.csv, .svg], askedBy: argument, of: line)
    #expect(throws: Failure.self) {
      try OutputFormats([.text], standard: .text).check([.text, .csv], askedBy: argument, of: line)
    }
  }
}
