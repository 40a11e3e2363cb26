import Foundation
import JSON
import Testing

@testable import CommandLineTool

/// `schedules/README.md`, the gallery's index, against the recipes.
///
/// After a change of a recipe's title or description: LRPLOT_RECORD=1 swift test --filter GalleryIndexTests writes it anew.
@Suite struct GalleryIndexTests {
  private static let titles = [
    "language": "Language models", "vision": "Vision", "detection": "Detection and segmentation", "speech": "Speech",
    "generative": "Generative models", "games": "Games", "objectives": "Objectives: what the rate does to a loss",
    "resume": "Resumed runs", "": "One of each kind",
  ]

  @Test func `the index shows every recipe with its picture and a line`() throws {
    let file = Repository.root.appending(path: "schedules/README.md")
    let variables = ProcessInfo.processInfo.environment
    if variables["LRPLOT_RECORD"] == "1", variables["CI"] == nil {
      try Self.page.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == Self.page, "LRPLOT_RECORD=1 swift test --filter GalleryIndexTests makes it anew")
  }

  private static var page: String {
    var page = """
      # The gallery

      Schedules that people know by name, with their published numbers. Each file names its `source`; a `$comment` says what
      had to be inferred. Its golden numbers (`.csv`) and its picture (`.svg`) are beside it.

      `lrplot gallery WORD` finds a recipe, `lrplot gallery NAME > schedule.json` saves one to start from, and
      `lrplot compare mine.json theirs.json > ab.svg` shows how two differ.

      ![The curves of all schedules in the gallery, by field](contact-sheet.svg)

      """
    var folder: String?
    for recipe in Recipe.all {
      if recipe.folder != folder {
        folder = recipe.folder
        page += "\n## \(titles[recipe.folder] ?? recipe.folder)\n\n| | |\n|---|---|\n"
      }
      page += "| ![](\(recipe.name).svg) | **[\(recipe.stem)](\(recipe.name).json)**: \(line(recipe)) |\n"
    }
    return page
  }

  private static func line(_ recipe: Recipe) -> String {
    guard case .object(let members) = recipe.document.content else { return "" }
    let texts = ["title", "description"].compactMap { key in
      members.first { $0.key == key }.flatMap { if case .string(let text) = $0.value.content { text } else { nil } }
    }
    return texts.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ").replacing("|", with: "\\|")
  }
}
