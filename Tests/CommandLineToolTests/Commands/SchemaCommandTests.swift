import Foundation
import JSON
import Schedules
import Testing
import Text

@testable import CommandLineTool

@Suite struct SchemaCommandTests {
  private static var hasJSONSchema: Bool {
    (try? Program("python3")?.run(["-c", "import jsonschema"]).status) == 0
  }

  @Test func `prints the schema`() throws {
    let world = try TestWorld()
    let ended = world.run("schema")
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
  }

  @Test func `the schema in the gallery is the one that is printed`() throws {
    let file = Repository.root.appending(path: "schedules/lrplot.schema.json")
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == Schema.complete.text(width: 120).text, "lrplot schema > schedules/lrplot.schema.json makes it anew")
  }

  /// The program's own readers are stricter and the recorded files many: `Tests/Reference/schema.py` goes through all.
  @Test(.enabled(if: hasJSONSchema))
  func `accepts the gallery and refuses mistakes`() throws {
    let script = """
      import glob, json, sys, jsonschema
      schema = json.load(open(sys.argv[2], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for path in sorted(glob.glob(sys.argv[1] + "/**/*.json", recursive=True)):
          if path.endswith(".schema.json"): continue
          text = open(path, encoding="utf-8").read()
          if not validator.is_valid(json.loads(text)): print(path, "is refused")
          if validator.is_valid({**json.loads(text), "epoch": 3}): print(path, "is accepted with an unknown key")
          if validator.is_valid(json.loads(text.replace('"type"', '"typ"'))): print(path, "is accepted without types")
      """
    let sandbox = try Sandbox()
    try sandbox.write(Schema.complete.text().text, to: "schema")
    let ended = try #require(Program("python3")).run(
      ["-c", script, Repository.root.appending(path: "schedules").path(), sandbox.path("schema")])
    #expect(ended.output == "")
  }
}
