import Testing

@testable import CommandLineTool

@Suite struct CompareCommandLogTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(
      #"{"steps": 10, "optimizer": {"lr": 1}, "scheduler": {"type": "ExponentialLR", "gamma": 0.5}}"#, to: "plan.json")
    try world.sandbox.write("step,lr\n0,1\n2,0.25\n4,0.0625\n", to: "good.csv")
    try world.sandbox.write("step,lr\n0,1\n2,0.25\n4,0.5\n6,0.5\n", to: "bad.csv")
  }

  @Test func `a log is drawn as points on its plan`() {
    let svg = world.run("compare", "plan.json", "good.csv").output
    #expect(svg.contains("class=\"series s0\"") && svg.contains("class=\"series s1\""))
    #expect(!svg.contains("diverg"))
  }

  @Test func `the stretch that diverges is marked, and has its own points`() {
    let svg = world.run("compare", "plan.json", "bad.csv", "--difference").output
    for text in ["bad.csv, diverging", "diverges at step 4", "logged − planned"] {
      #expect(svg.contains(text), "\(text)")
    }
    let table = world.run("compare", "plan.json", "bad.csv", "-f", "csv").output
    #expect(
      table.hasPrefix(
        "step,epoch,plan:lr,bad.csv:lr,\"bad.csv, diverging:lr\"\n0,0,1.0,1.0,\n1,1,0.5,,\n2,2,0.25,0.25,\n"))
  }

  @Test func `a picture of what diverges is written`() throws {
    #expect(world.run("check", "plan.json", "--log", "bad.csv", "--diff", "out").status == 1)
    #expect(try world.sandbox.tree("out") == ["bad.csv", "bad.svg"])
    #expect(try world.sandbox.text("out/bad.svg").contains("diverges at step 4, +700 %"))
  }

  @Test func `logs alone have no plan`() {
    #expect(world.run("compare", "good.csv", "bad.csv").status == 2)
  }

  @Test func `a folder gives its schedule files, and no configurations`() throws {
    try world.sandbox.write(
      #"{"steps": 10, "scheduler": {"type": "ExponentialLR", "gamma": 0.5}}"#, to: "folder/plan.json")
    try world.sandbox.write(#"{"learning_rate": 3e-5, "max_steps": 100, "warmup_steps": 5}"#, to: "folder/args.json")
    try world.sandbox.write(
      #"{"optimizer": {"type": "Adam", "params": {"lr": 1}}, "scheduler": {"type": "WarmupLR", "params": {}}}"#,
      to: "folder/ds_config.json")
    let ended = world.run("render", "folder", "-o", "out/", "-f", "csv")
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try world.sandbox.tree("out") == ["plan.csv"])
    #expect(world.run("at", "folder/args.json", "5").output.contains("3e-05"))
  }
}
