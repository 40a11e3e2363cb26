import Curves
import Diagnostics
import Foundation
import Schedules
import Testing
import Text

@testable import CommandLineTool

/// The pictures in `schedules/`, one beside each schedule and one of them all, against what is drawn now.
///
/// After a change: `lrplot render schedules --output schedules/ --format svg`, and look at them. The contact sheet is made
/// by this test with LRPLOT_RECORD=1.
@Suite struct PicturesTests {
  private static let folder = Repository.root.appending(path: "schedules")

  /// The schedules, as paths below `schedules/`, without their ending.
  static let stems: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    return paths.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  @Test func `There are pictures, and none without its schedule`() throws {
    let pictures = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".svg") && $0 != "contact-sheet.svg" }.map { String($0.dropLast(4)) }
    #expect(pictures.sorted() == Self.stems)
    #expect(pictures.count >= 60)
  }

  @Test func `Every picture is what its schedule draws`() throws {
    let world = try Repository.world()
    let ended = world.run("render", "schedules", "--output", "out/", "--format", "svg")
    #expect(ended.status == 0)
    for stem in Self.stems {
      let drawn = try Data(contentsOf: URL(filePath: world.sandbox.path("out/\(stem).svg")))
      let kept = try Data(contentsOf: Self.folder.appending(path: "\(stem).svg"))
      // Where another C library rounds a coordinate differently, the picture is still one.
      #if canImport(Glibc)
        #expect(kept == drawn, "\(stem) is drawn differently now")
      #else
        #expect(drawn.starts(with: Data("<svg".utf8)) && kept.starts(with: Data("<svg".utf8)))
      #endif
    }
  }

  @Test func `The contact sheet shows all of them as they are`() throws {
    let world = try Repository.world()
    let ended = world.run("sheet", "schedules", "--title", "The schedules of the gallery", "--id-prefix", "gallery")
    #expect(ended.status == 0)
    let file = Self.folder.appending(path: "contact-sheet.svg")
    let variables = ProcessInfo.processInfo.environment
    if variables["LRPLOT_RECORD"] == "1", variables["CI"] == nil { try Data(ended.output.utf8).write(to: file) }
    let kept = try Data(contentsOf: file)
    #expect(kept.count < 600_000)
    #if canImport(Glibc)
      #expect(kept == Data(ended.output.utf8), "LRPLOT_RECORD=1 swift test --filter PicturesTests makes it anew")
    #endif
  }
}
