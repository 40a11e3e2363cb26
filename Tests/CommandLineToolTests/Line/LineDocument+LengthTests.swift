import Testing

@testable import CommandLineTool

/// Lengths on the line: whole numbers as people write them, percentages, and what the run leaves.
@Suite struct LineDocumentLengthTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func spec(_ line: String) -> TestWorld.Ended {
    world.run(line.split(separator: " ").map(String.init) + ["--print-spec"])
  }

  @Test(arguments: [
    ("1e6", "1000000"), ("1.2e6", "1200000"), ("1000000.0", "1000000"), ("1_200_000", "1200000"), ("300k", "300000"),
    ("1.2M", "1200000"), ("0.01B", "10000000"), ("12e5", "1200000"), ("+50", "50"),
  ])
  func `whole numbers are written as people write them`(typed: String, number: String) {
    for line in ["wsd --total-steps \(typed)", "cosine --steps \(typed)", "multistep --milestones \(typed)"] {
      let ended = spec(line)
      #expect(ended.status == 0 && ended.output.contains(number), "\(line)\n\(ended)")
    }
    #expect(world.run("at", "cosine", "--tmax", "5k", "--epochs", "5k", "1k").status == 0)
  }

  @Test(arguments: [
    ("wsd --total-steps 1,200,000", "without commas: --total-steps 1_200_000"),
    ("wsd --total-steps 1.5", "must be an integer"), ("wsd --total-steps “50”", "without the quotes: --total-steps 50"),
    ("cosine --tmax 0.5", "write “50%”"), ("cosine --epochs 9 --warmup 0.06", "--warmup 6%"),
    ("transformers.linear --num-warmup-steps 0.06 --num-training-steps 9", "write “6%”"),
    ("cosine --tmax 9 --lr 3%", "--lr takes no percentage"), ("cosine --tmax 9 --lr 0,1", "--lr 0.1"),
    ("cosine --tmax 9 --lr 10^-3", "1e-3"), ("cosine --epochs 9 --warmup 9", "nothing is left of the run for cosine"),
    ("cosine --epochs 9 --warmup 200%", "from 0% to 100%"), ("cosine", "or --epochs N for the run"),
    ("cosine --then linear --epochs 9", "add --tmax (epochs from"),
  ])
  func `what is no such number gets a hint`(line: String, hint: String) {
    let ended = world.run(line.split(separator: " ").map(String.init))
    #expect(ended.status == 2 && ended.error.contains(hint), "\(line)\n\(ended.error)")
  }

  @Test(arguments: [
    ("cosine --epochs 90", "\"T_max\": 90"), ("cosine --epochs 90 --warmup 5", "\"T_max\": 85"),
    ("cosine --steps 1k --warmup 10%", "\"T_max\": 900"),
    ("cosine --epochs 90 --steps-per-epoch 10 --interval step", "\"T_max\": 900"),
    ("cosine --steps 1k --steps-per-epoch 10", "\"T_max\": 100"),
    ("cosine --steps 1000 --interval 10step", "\"T_max\": 100"),
    ("linear --total-iters 10 --then cosine --epochs 90", "\"T_max\": 80"),
    ("step --step-size 3 --for 10% --then cosine --epochs 90", "\"T_max\": 81"),
    ("keras.cosine --initial-learning-rate 0 --warmup-target 1 --warmup-steps 100 --steps 1k", "\"decay_steps\": 900"),
    ("keras.cosine --initial-learning-rate 0 --warmup-target 1 --warmup-steps 10% --steps 1k", "\"decay_steps\": 900"),
    ("deepspeed.warmup-decay --warmup-num-steps 10 --steps 1000", "\"total_num_steps\": 1000"),
    ("timm.cosine --warmup-t 5 --epochs 100", "\"t_initial\": 100"),
    ("timm.cosine --warmup-t 5 --warmup-prefix --epochs 100", "\"t_initial\": 95"),
    (
      "optax.warmup_cosine_decay_schedule --init-value 0 --peak-value 1 --warmup-steps 10 --steps 100",
      "\"decay_steps\": 100"
    ),
    ("wsd --total-steps 90 --vs cosine --epochs 90", "\"T_max\": 90"),
    ("cosine --tmax 45 --epochs 90", "\"T_max\": 45"),
  ])
  func `a length that is missing is what the run leaves`(line: String, member: String) {
    let ended = spec(line)
    #expect(ended.status == 0 && ended.output.contains(member), "\(line)\n\(ended)")
  }

  @Test(arguments: ["step --epochs 90", "multistep --epochs 90", "warm-restarts --epochs 90"])
  func `a period or a milestone is not`(line: String) { #expect(spec(line).status == 2) }

  @Test func `percentages of lengths are those of the run, on the line and in a file`() throws {
    for line in ["warm-restarts --t-0 10% --epochs 50", "step --step-size 10% --epochs 50"] {
      #expect(world.run(line.split(separator: " ").map(String.init)).status == 0)
    }
    let one = world.run("cosine", "--tmax", "50%", "--epochs", "20", "-f", "csv")
    #expect(one.status == 0 && one.output == world.run("cosine", "--tmax", "10", "--epochs", "20", "-f", "csv").output)
    try world.sandbox.write(#"{"epochs": 20, "scheduler": {"type": "cosine", "T_max": "50%"}}"#, to: "a.json")
    #expect(world.run("render", "a.json", "-f", "csv").output == one.output)
  }

  @Test func `a length in updates of a kind that counts epochs is remarked upon`() {
    let line = ["onecycle", "--max-lr", "0.1", "--total-steps", "300", "--epochs", "3", "--steps-per-epoch", "100"]
    #expect(world.run(line).error.contains("onecycle is stepped once an epoch, so “--total-steps” counts epochs"))
    #expect(world.run(line + ["--interval", "step"]).error == "")
    #expect(world.run(line + ["-q"]).error == "")
  }
}
