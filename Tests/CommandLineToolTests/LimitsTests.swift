import Testing

@testable import CommandLineTool

/// What is too much is refused, and soon.
@Suite struct LimitsTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func groups(_ count: Int) -> String {
    #""optimizer": {"param_groups": [\#(Array(repeating: "{}", count: count).joined(separator: ","))]}"#
  }

  private func expect(_ error: String, of text: String, with commands: [String] = ["render", "lint", "check"]) throws {
    try world.sandbox.write(text, to: "s.json")
    for command in commands {
      let ended = world.run(command, "s.json")
      #expect(ended.status == 2 && ended.error.contains(error), "\(command): \(ended.error.prefix(400))")
    }
  }

  @Test func `param groups and curves are 10,000 together at most`() throws {
    let constant = #""scheduler": {"type": "constant"}"#
    let message = "more than 10,000 param groups and curves"
    try expect(message, of: "{\"epochs\": 1, \(constant), \(groups(10_001))}")
    let most = "{\"epochs\": 1, \(constant), \(groups(10_000))}"
    try world.sandbox.write(most, to: "s.json")
    #expect(world.run("render", "s.json", "-f", "csv").status == 0)
    // Curves without an optimizer of their own have the file's groups.
    let curves = (0..<101).map { #"{"name": "\#($0)", \#(constant)}"# }.joined(separator: ",")
    try expect(message, of: "{\"epochs\": 1, \"curves\": [\(curves)], \(groups(100))}")
    try world.sandbox.write(most, to: "s.json")
    #expect(
      world.run("render", "s.json", "--sweep", "optimizer.lr=0.1,0.2", "-f", "csv").error.contains("10,000 with"))
    try expect(message, of: "{\"epochs\": 1, \(constant), \(groups(1_390_000))}", with: ["render"])
  }

  @Test func `a run that would take minutes is refused`() throws {
    let nodes = Array(repeating: #"{"type": "constant"}"#, count: 1000).joined(separator: ",")
    try expect("would take too long", of: "{\"epochs\": 10000000, \"scheduler\": [\(nodes)]}")
    let long = "epoch" + String(repeating: "*(epoch+2.5)", count: 300)
    try expect(
      "would take too long", of: #"{"epochs": 10000000, "scheduler": {"type": "lambda", "lr_lambda": "\#(long)"}}"#)
  }

  @Test(.timeLimit(.minutes(10)))
  func `many mistakes are counted, and the first of them told`() throws {
    let keys = (0..<50_000).map { "\"k\($0)\": 0" }.joined(separator: ",")
    try world.sandbox.write("{\"scheduler\": {\"type\": \"constant\", \(keys)}}", to: "s.json")
    for command in [["render"], ["lint"], ["lint", "--report", "json"], ["check"]] {
      let ended = world.run(command + ["s.json"])
      #expect(ended.status == 2 && ended.error.hasSuffix("s.json: and 49800 more errors\n"))
    }
    let types = Array(repeating: #"{"type": "cosinus-annealing"}"#, count: 20_000).joined(separator: ",")
    try world.sandbox.write("{\"scheduler\": [\(types)]}", to: "s.json")
    #expect(world.run("render", "s.json").error.hasSuffix("and 19800 more errors\n"))
  }

  @Test func `works share their memory, and the first always goes on`() {
    let budget = MemoryBudget()
    let (first, second) = (budget.enter(), budget.enter())
    first.take(1 << 20)
    second.take(1 << 20)
    // More than there is, and nobody is waited for.
    first.take(1 << 40)
    first.leave()
    second.take(1 << 40)
    second.leave()
  }
}
