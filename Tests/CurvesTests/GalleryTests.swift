import Curves
import Diagnostics
import Foundation
import Schedules
import Testing
import Text

/// Every schedule of the gallery against the golden beside it; `.ci/run` does that too, with the release build, and for
/// runs of more updates that build alone.
@Suite struct GalleryTests {
  /// The schedule files, as paths below `schedules/`, without their ending.
  static let stems: [String] = {
    let folder = Folder.package.appending(path: "schedules")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    return paths.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  @Test func `is not empty`() { #expect(Self.stems.count >= 18) }

  @Test(arguments: stems)
  func `is what its goldens say`(stem: String) throws {
    let folder = Folder.package.appending(path: "schedules")
    let golden = folder.appending(path: "\(stem).csv")
    let file = folder.appending(path: "\(stem).json")
    try #require(FileManager.default.fileExists(atPath: golden.path()), "\(stem) has no golden")
    let spec = try Spec.read(Source(name: stem, bytes: Bytes(Data(contentsOf: file)))) { (path) throws(Diagnostic) in
      let beside = file.deletingLastPathComponent().appending(path: path)
      guard let data = try? Data(contentsOf: beside) else { throw Diagnostic(.io, "no \(path)") }
      return Bytes(data)
    }
    if spec.steps > 100_000 { return }
    // Elsewhere the C library's functions may differ from glibc's in the last bits, and so may the digits.
    #if canImport(Glibc)
      let (actual, expected) = (try Run.curve(of: spec).csv.whole.lines, Bytes(try Data(contentsOf: golden)).lines)
      #expect(actual.count == expected.count)
      let differing = zip(actual, expected).first { $0 != $1 }
      #expect(differing == nil)
    #else
      #expect(try Run.curve(of: spec).csv.whole.lines.count == Bytes(Data(contentsOf: golden)).lines.count)
    #endif
  }
}

extension Bytes {
  /// The lines, the empty one behind the last line end included, so that equal lines mean equal bytes.
  fileprivate var lines: [String] {
    split(separator: 0x0A, omittingEmptySubsequences: false).map { Bytes($0).text }
  }
}
