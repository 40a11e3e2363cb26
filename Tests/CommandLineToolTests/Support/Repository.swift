import Foundation

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
  static func world() throws -> TestWorld {
    let world = try TestWorld()
    try FileManager.default.copyItem(
      atPath: root.appending(path: "schedules").path(percentEncoded: false), toPath: world.sandbox.path("schedules"))
    return world
  }
}
