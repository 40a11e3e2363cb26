import Testing

@testable import CommandLineTool

@Suite struct LineDocumentCurvesTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func heading(_ words: String...) -> String {
    let ended = world.run(words + ["-f", "csv"])
    #expect(ended.status == 0, "\(ended.error)")
    return ended.output.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func `kinds stand side by side, each with its own parameters`() {
    let both = world.run("cosine", "--tmax", "4", "--vs", "wsd", "--total-steps", "4", "--lr", "1", "-f", "json")
    let cosine = world.run("cosine", "--tmax", "4", "--lr", "1", "-f", "json")
    #expect(both.status == 0 && cosine.status == 0)
    let rates = cosine.output.split(separator: "\"lr\": ").last ?? ""
    #expect(both.output.contains("\"cosine:lr\": \(rates.prefix { $0 != "]" })]"))
    #expect(both.output.contains("\"wsd:lr\": [1.0, 1.0"))
  }

  @Test func `curves are named by their kinds, equal kinds by the parameters that differ`() {
    #expect(heading("cosine", "--tmax", "4", "--vs", "step", "--step-size", "2") == "step,epoch,cosine:lr,step:lr")
    #expect(
      heading("cosine", "--tmax", "4", "--vs", "cosine", "--tmax", "5")
        == "step,epoch,cosine T_max 4:lr,cosine T_max 5:lr")
    #expect(heading("cosine", "--tmax", "4", "--vs", "cosine", "--tmax", "4") == "step,epoch,cosine:lr,cosine (2):lr")
    #expect(
      heading("linear", "--total-iters", "2", "--then", "cosine", "--tmax", "4", "--vs", "cosine", "--tmax", "6")
        == "step,epoch,linear then cosine:lr,cosine:lr")
  }

  @Test func `a warm-up is of the curve that it follows`() {
    let line = ["cosine", "--tmax", "4", "--vs", "cosine", "--tmax", "4", "--warmup", "2", "-f", "csv"]
    let rows = world.run(line).output.split(separator: "\n")
    #expect(rows.first == "step,epoch,cosine:lr,cosine warmup 2:lr")
    #expect(rows.dropFirst().first == "0,0,0.1,0.0001")
  }

  @Test func `labels name the curves of a line and of compare`() throws {
    #expect(
      heading("cosine", "--tmax", "4", "--vs", "step", "--step-size", "2", "--label", "a,b") == "step,epoch,a:lr,b:lr")
    try world.sandbox.write(Schedules.cosine, to: "x.json")
    try world.sandbox.write(Schedules.cosine, to: "y.json")
    #expect(heading("compare", "x.json", "y.json", "--label", "one,two") == "step,epoch,one:lr,two:lr")
    #expect(world.run("compare", "x.json", "y.json", "--label", "one").error.contains("has 1 name for 2 curves"))
  }

  @Test(arguments: [
    ["cosine", "--tmax", "4", "--label", "a"], ["cosine", "--tmax", "4", "--vs"],
    ["cosine", "--tmax", "4", "--vs", "cosin"], ["compare", "cosine", "wsd"],
    ["cosine", "--sweep", "tmax=1,2", "--vs", "step", "--step-size", "2"],
  ])
  func `what has no sense is refused with a hint`(words: [String]) {
    let ended = world.run(words)
    #expect(ended.status == 2 && ended.output.isEmpty)
    #expect(ended.error.contains("error["))
  }
}
