import Testing

@testable import CommandLineTool

@Suite struct PathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b.c", "/a", "b.c"), ("a/", "a", ""), ("é/ü", "é", "ü"),
    ("a\n/b\"", "a\n", "b\""),
  ])
  func `a path is a folder and a name`(path: String, folder: String, name: String) {
    #expect(Path.folder(of: path) == folder)
    #expect(Path.name(of: path) == name)
  }

  @Test(arguments: [
    (".", "a", "a"), ("", "a", "a"), ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "b", "/b"), ("a", "/b", "/b"),
    ("./", "a", "./a"),
  ])
  func `folder and name are a path`(folder: String, name: String, path: String) {
    #expect(Path.join(folder, name) == path)
  }

  @Test(arguments: [
    ("a.json", "a"), ("a.b.json", "a.b"), ("a", "a"), ("a.JSON", "a.JSON"), (".json", ".json"),
    ("a.json.json", "a.json"),
    ("a.jsonc", "a.jsonc"),
  ])
  func `a stem is the name without its final ending`(name: String, stem: String) {
    #expect(Path.stem(of: name) == stem)
  }

  @Test(arguments: [
    ("a.json", "a.csv"), ("./a.json", "./a.csv"), ("/d/a.b.json", "/d/a.b.csv"), ("d/a", "d/a.csv"),
    ("d/.json", "d/.json.csv"), ("d.json/a", "d.json/a.csv"), ("d/\u{301}.json", "d/\u{301}.csv"),
  ])
  func `a golden stands beside its spec`(spec: String, golden: String) {
    #expect(Path.beside(spec, ending: "csv") == golden)
  }
}
