import Foundation
import Testing
import Text

@testable import CommandLineTool

/// The recipes in the program against the files in `schedules/`.
///
/// After a change of a file: LRPLOT_RECORD=1 swift test --filter RecipeTests writes them anew.
@Suite(.serialized) struct RecipeTests {
  private static let sources = Repository.root.appending(path: "Sources/CommandLineTool/Gallery")

  /// The schedule files, as paths below `schedules/` without their ending, folder by folder.
  private static let folders: [(folder: String, stems: [String])] = {
    let order = ["language", "vision", "detection", "speech", "generative", "games"]
    let folders = Set(PicturesTests.stems.map(folder)).sorted { first, second in
      let places = [first, second].map { $0.isEmpty ? order.count + 1 : order.firstIndex(of: $0) ?? order.count }
      return places[0] == places[1] ? first < second : places[0] < places[1]
    }
    return folders.map { name in (name, PicturesTests.stems.filter { folder(of: $0) == name }) }
  }()

  private static func folder(of stem: String) -> String {
    stem.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func file(_ stem: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: "schedules/\(stem).json"), encoding: .utf8)
  }

  @Test func `the program carries every schedule file of the gallery as it is`() throws {
    if ProcessInfo.processInfo.environment["LRPLOT_RECORD"] == "1", ProcessInfo.processInfo.environment["CI"] == nil {
      try Self.record()
    }
    let names = Self.folders.flatMap(\.stems)
    #expect(Recipe.all.map(\.name) == names, "LRPLOT_RECORD=1 swift test --filter RecipeTests makes them anew")
    for recipe in Recipe.all {
      #expect(
        recipe.text == (try Self.file(recipe.name)),
        "\(recipe.name): LRPLOT_RECORD=1 swift test --filter RecipeTests makes it anew")
    }
  }

  @Test func `no two recipes share a stem, so that each can be asked for by it`() {
    #expect(Set(Recipe.all.map(\.stem)).count == Recipe.all.count)
  }

  private static func record() throws {
    let parts = folders.map { folder, stems in (part(folder), folder, stems) }
    for file in try FileManager.default.contentsOfDirectory(atPath: sources.path) where file.hasPrefix("Recipes") {
      try FileManager.default.removeItem(at: sources.appending(path: file))
    }
    for (part, _, stems) in parts {
      var text = "// Made from `schedules/` by RecipeTests; change the files there.\n\nextension Recipe {\n"
      text += "  static let \(part): [Recipe] = [\n"
      for stem in stems {
        let lines = try file(stem).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let body = lines.map { $0.isEmpty ? "" : "      \($0)" }.joined(separator: "\n")
        let comma = stems.count == 1 ? "" : ","
        text += "    Recipe(\n      \"\(stem)\",\n      #\"\"\"\n\(body)\n\n      \"\"\"#)\(comma)\n"
      }
      text += "  ]\n}\n"
      let name = "Recipes+\(part.prefix(1).uppercased() + part.dropFirst()).swift"
      try text.write(to: sources.appending(path: name), atomically: true, encoding: .utf8)
    }
    let sum = parts.map(\.0).joined(separator: " + ")
    let all = """
      // Made from `schedules/` by RecipeTests; change the files there.

      extension Recipe {
        /// Every recipe, folder by folder.
        static var all: [Recipe] {
          \(sum)
        }
      }

      """
    try all.write(to: sources.appending(path: "Recipes.swift"), atomically: true, encoding: .utf8)
  }

  private static func part(_ folder: String) -> String { folder.isEmpty ? "kindByKind" : folder }
}
