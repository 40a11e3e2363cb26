import Schedules
import Testing

@testable import CommandLineTool

@Suite struct VariantTests {
  private func names(_ words: String..., kind: String? = "step") throws -> [String] {
    let kind = kind.flatMap { Catalogue.kind(named: $0) }
    return try Variant.all(of: ParsedLine(CommandLine(words), kind: kind)).map(\.name)
  }

  @Test func `sweeps multiply, the last one changing fastest`() throws {
    #expect(try names("step") == [])
    #expect(try names("step", "--sweep", "gamma=1,2") == ["gamma=1", "gamma=2"])
    #expect(
      try names("step", "--sweep", "gamma=1,2", "--sweep=lr=3,4")
        == ["gamma=1 lr=3", "gamma=1 lr=4", "gamma=2 lr=3", "gamma=2 lr=4"])
  }

  @Test func `ways with one last key are told apart`() throws {
    #expect(
      try names("render", "--sweep", "a.b=1", "--sweep", "c.b=2,3", "--sweep", "c.d=4", kind: nil)
        == ["a.b=1 c.b=2 d=4", "a.b=1 c.b=3 d=4"])
  }

  @Test func `there are only so many`() throws {
    let eight = "=1,2,3,4,5,6,7,8"
    #expect(try names("step", "--sweep", "gamma\(eight)", "--sweep", "lr\(eight)").count == 64)
    #expect(throws: Failure.self) {
      try names("step", "--sweep", "gamma\(eight)", "--sweep", "lr\(eight)", "--sweep", "epochs=1,2")
    }
  }

  @Test func `the chosen value stands where the sweep stands`() throws {
    let line = try ParsedLine(
      CommandLine(["step", "--momentum", "0.5", "--sweep", "gamma=1,2", "--sweep", "scheduler.x=3,4"]),
      kind: Catalogue.kind(named: "step"))
    let variant = try #require(Variant.all(of: line).last)
    #expect(variant.line.given.last { $0.name == "gamma" }?.value?.text == "2")
    #expect(variant.line.assignments.map(\.path.text) == ["scheduler.x"])
    #expect(variant.line.assignments.map(\.value.text) == ["4"])
    #expect(!line.given.contains { $0.name == "gamma" })
  }

  @Test(arguments: [
    (["step", "--sweep", "gamma=1,2", "--gamma", "3"], true),
    (["step", "--gamma", "3", "--sweep", "gamma=1,2"], true),
    (["step", "--sweep", "lr=1,2", "--then", "step", "--lr", "3"], true),
    (["step", "--sweep", "gamma=1,2", "--then", "step", "--gamma", "3"], false),
    (["step", "--sweep", "for=1,2", "--then", "step", "--for", "3"], false),
    (["step", "--sweep", "gamma=1,2", "--sweep", "gamma=3,4"], true),
  ])
  func `a sweep that is overruled is refused`(words: [String], isRefused: Bool) throws {
    let line = try ParsedLine(CommandLine(words), kind: Catalogue.kind(named: "step"))
    let isGood = (try? Variant.all(of: line)) != nil
    #expect(isGood == !isRefused)
  }
}
