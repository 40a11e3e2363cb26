import Curves
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

  @Test func `The contact sheet shows all of them as they are`() async throws {
    let sheet = try await ContactSheet(groups: groups()).svg
    let file = Self.folder.appending(path: "contact-sheet.svg")
    let variables = ProcessInfo.processInfo.environment
    if variables["LRPLOT_RECORD"] == "1", variables["CI"] == nil { try Data(sheet).write(to: file) }
    let kept = try Data(contentsOf: file)
    #expect(kept.count < 600_000)
    #if canImport(Glibc)
      #expect(Bytes(kept) == sheet, "LRPLOT_RECORD=1 swift test --filter PicturesTests makes it anew")
    #endif
  }

  /// The folders in the order of a reader's interest, and the plain examples last.
  private func groups() async throws -> [ContactSheet.Group] {
    let headings = [
      (["language"], "Language"), (["vision"], "Vision"), (["detection"], "Detection and segmentation"),
      (["speech", "generative", "games"], "Speech, generation and games"), (["objectives"], "What rates do to a loss"),
      ([""], "One of each kind"),
    ]
    var groups = headings.map { ContactSheet.Group(title: $0.1) }
    // Some runs have millions of updates, so all processors are at it.
    let runs = try await withThrowingTaskGroup(of: (String, Spec, Curve).self) { tasks in
      for stem in Self.stems {
        tasks.addTask {
          let spec = try Repository.spec(stem)
          return (stem, spec, try Run.curve(of: spec))
        }
      }
      return try await tasks.reduce(into: [:]) { $0[$1.0] = ($1.1, $1.2) }
    }
    for stem in Self.stems {
      let folder = stem.contains("/") ? String(stem.prefix { $0 != "/" }) : ""
      let group = try #require(headings.firstIndex { $0.0.contains(folder) }, "no heading for \(stem)")
      let (spec, curve) = try #require(runs[stem])
      let name = stem.split(separator: "/").last.map(String.init) ?? stem
      groups[group].cards.append((name, spec.title ?? name, curve, spec.plot))
    }
    return groups
  }
}
