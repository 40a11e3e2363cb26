import Foundation
import Testing
import Text

@testable import CommandLineTool

/// The pictures in `schedules/`, which README shows, against what is drawn now.
///
/// After a change: `lrplot render schedules/NAME.json --output schedules/NAME.svg`, and look at it.
@Suite struct PicturesTests {
  static let stems: [String] = {
    let folder = Repository.root.appending(path: "schedules").path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".svg") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `There are pictures`() { #expect(Self.stems.count >= 3) }

  @Test(arguments: stems)
  func `A picture is what its schedule draws`(stem: String) throws {
    let ended = try Repository.world().run("render", "schedules/\(stem).json")
    #expect(ended.status == 0)
    let picture = try Data(contentsOf: Repository.root.appending(path: "schedules/\(stem).svg"))
    // Where another C library rounds a coordinate differently, the picture is still one.
    #if canImport(Glibc)
      #expect(Bytes(picture).text == ended.output)
    #else
      #expect(ended.output.hasPrefix("<svg"))
    #endif
  }
}
