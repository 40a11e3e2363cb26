import Foundation
import Testing

@testable import CommandLineTool

@Suite struct GalleryCommandTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  @Test func `without a word every recipe is listed`() {
    let ended = world.run("gallery")
    #expect(ended.status == 0)
    for recipe in Recipe.all { #expect(ended.output.contains("  \(recipe.stem) ")) }
  }

  @Test(arguments: ["llama-3-405b", "language/llama-3-405b", "Llama_3_405B", "llama-3-405b.json"])
  func `a name prints the schedule file, which can be drawn as it is`(name: String) throws {
    let ended = world.run("gallery", name)
    let recipe = try #require(Recipe.all.first { $0.stem == "llama-3-405b" })
    #expect(ended == TestWorld.Ended(status: 0, output: recipe.text, error: ""))
    var reader = world
    reader.input = Array(ended.output.utf8)
    #expect(reader.run("render", "-", "-f", "csv").status == 0)
  }

  @Test func `words find the recipes that mention all of them`() {
    let ended = world.run("gallery", "warm-up", "llama")
    #expect(ended.output.contains("llama-3-405b") && !ended.output.contains("resnet50-step"))
  }

  @Test func `what no recipe mentions is an error with a hint`() {
    let ended = world.run("gallery", "llama-3-405")
    #expect(ended.status == 0, "a part of a name finds it")
    let none = world.run("gallery", "bertt")
    #expect(none.status == 2 && none.output.isEmpty)
    #expect(none.error.contains("error[usage]: no recipe mentions “bertt”") && none.error.contains("“bert”"))
  }

  @Test func `the report is one object with the files in it`() throws {
    let ended = world.run("gallery", "bert", "--format", "json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(report["schema"] as? String == "lrplot/gallery/1")
    let recipes = try #require(report["recipes"] as? [[String: Any]])
    #expect(recipes.count == 1 && recipes[0]["name"] as? String == "language/bert")
    #expect(recipes[0]["schedule"] is [String: Any])
  }

  @Test func `other formats are refused`() {
    #expect(world.run("gallery", "--format", "svg").status == 2)
  }

  @Test func `a search for kinds points to the gallery`() {
    let ended = world.run("kinds", "llama")
    #expect(ended.status == 2 && ended.error.contains("`lrplot gallery llama`"))
  }
}
