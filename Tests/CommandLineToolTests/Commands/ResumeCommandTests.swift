import Foundation
import Testing

@testable import CommandLineTool

@Suite struct ResumeCommandTests {
  private static let cosine = #"{"optimizer": {"lr": 1}, "scheduler": {"type": "CosineAnnealingLR", "T_max": 8}}"#

  private func world() throws -> TestWorld {
    let world = try TestWorld()
    try world.sandbox.write(Self.cosine, to: "a.json")
    try world.sandbox.write(
      #"{"optimizer": {"lr": 1}, "scheduler": {"type": "CosineAnnealingLR", "T_max": 12}}"#, to: "b.json")
    return world
  }

  private func rates(_ csv: String, _ column: Int = 2) -> [String] {
    csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[column].description
    }
  }

  @Test func `the checkpoint overrides, and a value is set by hand`() throws {
    let world = try world()
    let changed = world.run("resume", "a.json", "--at", "4", "--set", "scheduler.T_max=12", "-f", "csv")
    #expect(rates(changed.output).dropFirst(8).first == "0.0")
    #expect(rates(changed.output, 3)[4] == "0.75")
    #expect(world.run("resume", "a.json", "--at", "4", "--with", "b.json", "-f", "csv").output == changed.output)
    let set = world.run(
      "resume", "a.json", "--at", "4", "--with", "b.json", "--after", "scheduler.T_max=12", "-f", "csv", "--before")
    #expect(set.output.hasPrefix("step,epoch,lr,planned,before\n"))
    #expect(rates(set.output)[5] == "0.41960634836750693")
    #expect(rates(set.output, 4).last == "")
  }

  @Test func `draws every way, and leaves out what torch refuses`() throws {
    let world = try world()
    let all = world.run("resume", "a.json", "--at", "4", "--restore", "all", "-f", "csv")
    #expect(all.output.hasPrefix("step,epoch,state_dict:lr,state_dict:planned,optimizer-first:lr"))
    let sheet = world.run("resume", "a.json", "--at", "4", "--restore", "all").output
    #expect(sheet.contains("last_epoch"))
    #expect(sheet.contains("· jump +100 %"))
    try world.sandbox.write(
      #"{"metric": 0.5, "epochs": 9, "scheduler": {"type": "ReduceLROnPlateau", "patience": 1}}"#, to: "p.json")
    let plateau = world.run("resume", "p.json", "--at", "4", "--restore", "all", "-f", "csv")
    #expect(plateau.error.contains("last_epoch is left out"))
  }

  @Test(arguments: [
    (["a.json"], "how"), (["a.json", "--at", "9"], "nothing is left"), (["a.json", "--at", "x"], "“at” is a number"),
    (["a.json", "--at", "4", "--restore", "both"], "“restore” must be"),
    (["a.json", "--at", "4", "--after", "scheduler.gamma=1"], "nothing that can be set"),
    (["a.json", "--at", "4", "--set", "optimizer.type=RMSprop"], "whose groups lack"),
  ])
  func `says what is wrong`(words: [String], message: String) throws {
    let ended = try world().run(["resume"] + words)
    #expect(ended.status == 2)
    #expect(ended.error.contains(message) || message == "how", "\(ended.error)")
  }

  @Test func `the picture shows the joint, both plans, and a stale row`() throws {
    let world = try world()
    try world.sandbox.write(
      #"{"steps": 8, "scheduler": {"type": "transformers.linear", "num_warmup_steps": 0}, "resume": {"at": 4, "with": {"steps": 16}}}"#,
      to: "t.json")
    let svg = world.run("render", "t.json").output
    for words in ["resume: 0.05 → 0.06875, +38 %", "new plan", "old plan", "stale", "0 4"] {
      #expect(svg.contains(words), "\(words)")
    }
    let told = world.run("explain", "t.json").output
    #expect(told.contains("still runs at the old plan’s 0.05"))
    #expect(told.contains("from step 5 on it is the new plan"))
  }

  @Test func `configurations of trainers are resumed as files are`() throws {
    let world = try world()
    let old = "lr_scheduler_type: linear\nlearning_rate: 1.0\nwarmup_steps: 0\nper_device_train_batch_size: 1\n"
    try world.sandbox.write(old + "max_steps: 8\n", to: "old.yaml")
    try world.sandbox.write(old + "max_steps: 16\n", to: "new.yaml")
    let resumed = world.run("resume", "old.yaml", "--at", "4", "--with", "new.yaml", "-f", "csv", "-q")
    #expect(rates(resumed.output).prefix(6) == ["1.0", "0.875", "0.75", "0.625", "0.5", "0.6875"])
    try world.sandbox.write(old + "num_train_epochs: 2\n", to: "epochs.yaml")
    let asked = world.run("resume", "epochs.yaml", "--at", "4", "-f", "csv")
    #expect(asked.status == 2 && asked.error.contains("--dataset-size"))
    let given = world.run("resume", "epochs.yaml", "--at", "4", "--dataset-size", "8", "-f", "csv", "-q")
    #expect(rates(given.output)[8] == "0.5")
    #expect(world.run("branch", "old.yaml", "--at", "4", "--decay", "2", "-f", "csv", "-q").output.contains("4,4,0.5"))
  }

  @Test func `branches decay from checkpoints, and are files`() throws {
    let world = try world()
    let csv = world.run("branch", "a.json", "--at", "2,4", "--decay", "4", "--shape", "1-sqrt", "-f", "csv").output
    #expect(csv.hasPrefix("step,epoch,2:lr,4:lr\n"))
    #expect(rates(csv, 3)[4...] == ["0.5", "0.25", "0.1464466094067262", "0.0669872981077807"])
    #expect(
      world.run("branch", "a.json", "--at", "2,4", "--decay", "4", "--shape", "1-sqrt", "-f", "json", "-o", "out/")
        .status == 0)
    let one = world.run("branch", "a.json", "--at", "4", "--decay", "4", "--shape", "1-sqrt", "-f", "csv").output
    #expect(one.hasPrefix("step,epoch,lr\n"))
    #expect(rates(one) == rates(csv, 3))
    #expect(world.run("render", "out/a-4.json", "-f", "csv").output == one)
    #expect(!world.run("explain", "out/a-4.json").output.contains("resumed"))
    #expect(world.run("branch", "a.json", "--at", "2").error.contains("length of the decay"))
  }
}
