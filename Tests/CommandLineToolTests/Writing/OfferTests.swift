import Testing

@testable import CommandLineTool

struct OfferTests {
  @Test func `Its formats are listed as one says them`() {
    #expect(Offer(formats: [.text, .csv, .json], standard: .text).words == "text, csv or json")
    #expect(Offer(formats: [.text, .json], standard: .text).words == "text or json")
    #expect(Offer(formats: [.text], standard: .text).words == "text")
  }

  @Test func `Other formats are refused`() throws {
    let line = try ParsedLine(CommandLine(["explain", "-f", "csv"]))
    let argument = try #require(line.value(of: .format))
    try Offer.pictures.check([.csv, .svg], askedBy: argument, of: line)
    #expect(throws: Failure.self) {
      try Offer(formats: [.text], standard: .text).check([.text, .csv], askedBy: argument, of: line)
    }
  }
}
