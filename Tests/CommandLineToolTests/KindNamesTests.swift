import Foundation
import Schedules
import Testing

/// What a kind is called is said where it is declared, and nowhere else: the rest asks declarations.
///
/// Importers translate other programs' names into ours, and identification gives readings a name; recipes and a topic of
/// the manual are schedule files.
@Suite struct KindNamesTests {
  @Test func `no other source has a kind's name for a text`() throws {
    // Words such as “step” have other meanings; names that are written in capitals or behind a family have none.
    let names = Set(
      Catalogue.kinds.flatMap { kind in
        [kind.name, kind.short, kind.fullName].compactMap { $0 }
          .filter { $0.contains(".") || $0.contains(where: \.isUppercase) }
      })
    let sources = Repository.root.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path(percentEncoded: false))
    let places = [
      "Schedules/Kinds/", "Schedules/Combinators/", "Imports/", "Curves/Identification/Guesses",
      "CommandLineTool/Gallery/",
      "CommandLineTool/Manual/Topic",
    ]
    var read = 0
    for path in paths where path.hasSuffix(".swift") && !places.contains(where: path.hasPrefix) {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      read += 1
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let literals = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        for literal in literals where names.contains(literal) {
          Issue.record("\(path):\(number + 1) names \(literal)")
        }
      }
    }
    #expect(read > 100)
  }
}
