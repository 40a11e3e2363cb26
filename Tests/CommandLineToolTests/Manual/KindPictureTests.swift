import Charts
import Schedules
import Testing

@testable import CommandLineTool

@Suite struct KindPictureTests {
  @Test
  func `every kind has a picture that fits on a page`() throws {
    for kind in Catalogue.kinds {
      let text = try #require(KindPicture.text(of: kind, on: Terminal(columns: 200)), "\(kind.fullName)")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 18 + 1 && lines.allSatisfy { $0.count <= 80 }, "\(kind.fullName)\n\(text)")
      #expect(text.unicodeScalars.contains { $0.value > 0x2800 && $0.value <= 0x28FF }, "\(kind.fullName)\n\(text)")
    }
  }

  @Test
  func `it suits the terminal`() throws {
    let kind = try #require(Catalogue.kind(named: "cosine"))
    let text = try #require(KindPicture.text(of: kind, on: Terminal(columns: 40, isUnicode: false)))
    #expect(text.utf8.allSatisfy { $0 < 0x80 } && text.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }
}
