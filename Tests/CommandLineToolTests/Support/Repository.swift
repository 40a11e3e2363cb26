import Diagnostics
import Foundation
import Schedules
import Text

/// Where the sources stand that this test was built of.
enum Repository {
  private static var tests: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  }

  static var root: URL { tests.deletingLastPathComponent().deletingLastPathComponent() }

  /// The pages of `Transcripts/`.
  static var transcripts: [String] {
    let folder = tests.appending(path: "Transcripts").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }

  /// A world in whose folder stand the schedules of this repository.
  /// - Parameter longest: runs of more updates are left out; a debug build steps a million of them in about a second.
  static func world(longest: Int = .max) throws -> TestWorld {
    let world = try TestWorld()
    let folder = world.sandbox.path("schedules")
    try FileManager.default.copyItem(
      atPath: root.appending(path: "schedules").path(percentEncoded: false), toPath: folder)
    for stem in try gallery(longest: .max) where try updates(of: stem) > longest {
      for ending in ["json", "csv", "svg"] { try FileManager.default.removeItem(atPath: "\(folder)/\(stem).\(ending)") }
    }
    return world
  }

  /// The schedule files of the gallery, as paths below `schedules/`, without their ending.
  static func gallery(longest: Int) throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "schedules").path())
    return try paths.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map { String($0.dropLast(5)) }
      .sorted().filter { try longest == .max || updates(of: $0) <= longest }
  }

  /// What `.ci/run` alone looks at in full, with the release build, are runs of more updates than this.
  static let longestHere = 100_000

  private static func updates(of stem: String) throws -> Int { try spec(stem).steps }

  /// A schedule of the gallery.
  static func spec(_ stem: String) throws -> Spec {
    let file = root.appending(path: "schedules/\(stem).json")
    return try Spec.read(Source(name: stem, bytes: Bytes(Data(contentsOf: file)))) { (path) throws(Diagnostic) in
      guard let data = try? Data(contentsOf: file.deletingLastPathComponent().appending(path: path)) else {
        throw Diagnostic(.io, "no \(path)")
      }
      return Bytes(data)
    }
  }
}
