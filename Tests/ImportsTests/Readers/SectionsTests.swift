import Diagnostics
import Imports
import Testing
import Text

@Suite struct SectionsTests {
  @Test func `sections may repeat`() throws {
    let text = "# c\n[net]\n;x\nlr = .001\nsteps=1,2\n\n[conv]\na=1\n[conv]\na=b\n"
    let sections = try Sections.read(Bytes(text.utf8), .plain)
    #expect(sections.map(\.name) == ["net", "conv", "conv"])
    #expect(sections[0].entries.map { "\($0.key)=\($0.value.dump)" } == ["lr=0.001", #"steps="1,2""#])
  }

  @Test func `values of spaCy are JSON, over several lines`() throws {
    let text = "[a.b]\nx = [\"p\",\n  \"q\"]\ny = null\nz = ${a.b}\n@s = \"v.v1\"\n"
    let sections = try Sections.read(Bytes(text.utf8), .json)
    #expect(
      sections[0].entries.map { "\($0.key)=\($0.value.dump)" } == [
        #"x=["p", "q"]"#, "y=null", #"z="${a.b}""#, #"@s="v.v1""#,
      ])
  }

  @Test(arguments: ["a=1\n", "[a\n", "[a]\nb\n"])
  func `what is broken is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try Sections.read(Bytes(text.utf8), .plain) }
  }
}

@Suite struct ProtobufTextTests {
  @Test func `fields, lists and messages`() throws {
    #expect(
      try prototext("base_lr: 0.01 # x\npolicy: \"step\"\nv: 1\nv: 2\nw: [3, 4]\nmode: GPU\nf: 1.5f\n")
        == #"{base_lr: 0.01, policy: "step", v: [1, 2], w: [3, 4], mode: "GPU", f: 1.5}"#)
    #expect(try prototext("net_param { name: \"x}\" layer { a: 1 } }\nlr: 1e-3\n") == "{net_param: ?, lr: 0.001}")
  }

  @Test(arguments: ["a\n", "a: \n", "a { b: 1\n", ": 1\n", "a: \"x\n"])
  func `what is broken is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try prototext(text) }
  }
}
