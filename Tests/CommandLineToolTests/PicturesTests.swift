import Foundation
import Schedules
import Testing

@testable import CommandLineTool

/// The pictures in `schedules/`, one beside each schedule and one of them all, against what is drawn now.
///
/// After a change: `lrplot render schedules --output schedules/ --format svg`, and look at them; the contact sheet is
/// `lrplot sheet schedules --title "The schedules of the gallery" --id-prefix gallery`.
@Suite struct PicturesTests {
  private static let folder = Repository.root.appending(path: "schedules")

  /// The schedules, as paths below `schedules/`, without their ending.
  static let stems: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    return paths.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  @Test func `there are pictures, and none without its schedule`() throws {
    let pictures = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".svg") && $0 != "contact-sheet.svg" }.map { String($0.dropLast(4)) }
    #expect(pictures.sorted() == Self.stems)
    #expect(pictures.count >= 60)
  }

  @Test func `every picture is what its schedule draws`() throws {
    let world = try Repository.world(longest: Repository.longestHere)
    let ended = world.run("render", "schedules", "--output", "out/", "--format", "svg")
    #expect(ended.status == 0)
    for stem in try Repository.gallery(longest: Repository.longestHere) {
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

  @Test func `the contact sheet shows all of them`() throws {
    // That it shows them as they are is looked at by `.ci/run`: some runs have millions of updates.
    let sheet = try String(contentsOf: Self.folder.appending(path: "contact-sheet.svg"), encoding: .utf8)
    #expect(sheet.utf8.count < 600_000)
    for stem in Self.stems {
      let name = try #require(stem.split(separator: "/").last)
      let title = try Repository.spec(stem).title ?? String(name)
      #expect(sheet.contains(title.replacing("&", with: "&amp;")), "\(stem) is not in it")
    }
  }

  /// Those that the README shows beside another tool's; `Tests/SideBySide/side_by_side.py` draws more of them.
  @Test(arguments: [
    ("warm-restarts", ["warm-restarts", "--T-0", "10", "--T-mult", "2", "--epochs", "150"]),
    ("sweep", ["exponential", "--epochs", "60", "--sweep", "gamma=0.8,0.9,0.95,0.98,0.99"]),
  ])
  func `the pictures of the README are what is drawn`(name: String, line: [String]) throws {
    let ended = try Repository.world().run(line)
    #expect(ended.status == 0)
    let file = Repository.root.appending(path: "Tests/SideBySide/\(name)-lrplot.svg")
    let variables = ProcessInfo.processInfo.environment
    if variables["LRPLOT_RECORD"] == "1", variables["CI"] == nil { try Data(ended.output.utf8).write(to: file) }
    #if canImport(Glibc)
      #expect(try Data(contentsOf: file) == Data(ended.output.utf8))
    #endif
  }
}
