import Foundation
import Testing

/// What the guides for contributors name is there.
@Suite struct GuidesTests {
  @Test(arguments: [("Sources/README.md", "Sources/"), ("Tests/README.md", ""), (".github/CONTRIBUTING.md", "")])
  func `every path in a guide exists`(guide: String, base: String) throws {
    let page = try String(contentsOf: Repository.root.appending(path: guide), encoding: .utf8)
    let quoted = page.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let words = quoted.flatMap { $0.split(separator: " ").map(String.init) }
    let paths = words.filter { word in
      word.contains("/") && !word.contains("//") && !word.hasPrefix("/") && !word.contains("*") && !word.contains("\n")
    }
    #expect(!paths.isEmpty || guide.hasPrefix(".github"))
    for path in paths {
      let places = [path, base + path].map { Repository.root.appending(path: $0).path(percentEncoded: false) }
      #expect(places.contains { FileManager.default.fileExists(atPath: $0) }, "\(guide) names \(path)")
    }
  }

  @Test func `every target is in the guide to the code`() throws {
    let page = try String(contentsOf: Repository.root.appending(path: "Sources/README.md"), encoding: .utf8)
    let targets = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path(percentEncoded: false))
    for target in targets where !target.contains(".") { #expect(page.contains(target), "\(target) is missing") }
  }

  @Test func `README is no longer than it may be`() throws {
    let page = try Data(contentsOf: Repository.root.appending(path: "README.md"))
    #expect(page.count <= 16 * 1024)
  }
}
