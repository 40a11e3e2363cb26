import Foundation
import Testing

@testable import CommandLineTool

/// Mistakes of a first hour, each with what its message must say.
struct MistakesTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(#"{"epochs": 5, "scheduler": {"type": "cosine", "T_max": 5}}"#, to: "ok.json")
    try world.sandbox.write("epoch,val_loss\n0,1\n1,0.5\n", to: "v.csv")
    try world.sandbox.write("epoch\tval_loss\n0\t1\n1\t0.5\n", to: "v.tsv")
    try world.sandbox.write("epoch;val_loss\n0;1\n1;0.5\n", to: "semi.csv")
    try world.sandbox.write("epoch;val_loss\n0;1\n1;0,5\n", to: "comma.csv")
    try world.sandbox.write("epoch,val_loss\n0,1\n1,nan\n2,NaN\n", to: "nan.csv")
  }

  @Test(arguments: [
    (["cosin"], "did you mean “cosine”?"), (["rendr"], "did you mean “render”?"),
    (["cosine", "--tmx", "50"], "did you mean “--tmax”?"), (["exponential", "--gama", "1"], "did you mean “--gamma”?"),
    (["cosine", "-tmax", "50"], "did you mean “--tmax”?"),
    (["cosine", "--tmax", "5", "--lr", "-0.1"], "must be at least 0"),
    (["cosine", "--tmax", "5", "--lr="], "needs a value"),
    (["cosine", "--tmax", "5", "--lr", "nan"], "must be a number"),
    (["cosine", "--tmax", "5", "-o"], "needs a value"), (["cosine", "--tmax", "0"], "division by zero"),
    (["nofile.json"], "unknown command or kind"), (["render", "ok.jsn"], "did you mean “ok.json”?"),
    (["render", "ok.json", "-o", "x/y.svg"], "mkdir -p x"),
    (["cosine", "--tmax", "5", "-o", "c.png"], "rsvg-convert -o c.png"),
    (["multistep", "--milestones", "30", "60", "80"], "“--milestones 30,60,80”"),
    (["lambda", "--lr-lambda", "lambda", "e:", "0.95**e"], "--lr-lambda 'lambda e: 0.95**e'"),
    (["cosine", "–-tmax", "5"], "two hyphens: --tmax"), (["cosine", "—tmax", "5"], "two hyphens: --tmax"),
    (["cosine", "--tmax 50"], "without the quotes: --tmax 50"),
    (["cosine", "--tmax", "“50”"], "without the quotes: --tmax 50"),
    (["cosine", "tmax=50"], "did you mean “--tmax=50”?"), (["cosine", "tmax", "50"], "did you mean “--tmax 50”?"),
    (["cosine", "50"], "did you mean “--tmax 50”?"),
    (["cosine", "--tmax", "5", "--group", "backbone=1e-4"], "--group backbone:lr=1e-4"),
    (["cosine", "--tmax", "5", "--optimizer", "Lion"], "any will do: SGD, Adam, AdamW"),
    (["cosine", "--tmax", "5", "--optimizer", "AdamW", "--momentum", "0.9"], "the first of its “betas”"),
    (["compare", "cosine", "wsd"], "lrplot cosine … --vs wsd …"), (["ok.json"], "`lrplot render ok.json`"),
    (["plot", "ok.json"], "`lrplot render FILE` a file"), (["cosine", "wsd"], "--vs wsd"),
    (["render", "cosine", "--tmax", "5"], "`lrplot cosine --tmax …` draws a kind"),
    (["explain", "cosine_with_min_lr"], "transformers.cosine_with_min_lr"),
    (["plateau", "--metric", "v.csv:loss", "--epochs", "2"], "it has “epoch”, “val_loss”"),
    (["plateau", "--metric", "v.csv:val_los", "--epochs", "2"], "did you mean “val_loss”?"),
    (["plateau", "--metric", "v.csv", "--epochs", "2"], "--metric v.csv:val_loss"),
    (["plateau", "--metric", "comma.csv:val_loss", "--epochs", "2"], "decimals are separated by a point"),
    (["lambda", "--lr-lambda", "torch.exp(epoch)"], "math.exp(…)"), (["lambda", "--lr-lambda", "1/epoch"], "epoch 0"),
    (["cosine", "--tmax", "5", "--theme", "Dark"], "dark"),
    (["cosine", "--tmax", "5", "--sweep", "tmax"], "NAME=VALUE"),
    (["cosine", "--tmax", "ten"], "50, 0.1, 1e-3, or 300k"),
    (["cosine", "--tmax", "9", "--warmup", "-3"], "at least 0"),
    (["cosine", "--epochs", "1e300"], "at most 10¹²"), (["cosine", "--tmax", "5", "--then", "30"], "--for 30"),
    (["plateau", "--metric", "val_loss"], "--metric run.csv:val_loss"), (["check", "ok.json", "--rtol", "1%"], "1e-6"),
    (["huggingface.linaer"], "transformers.linear"), (["transformer.linear"], "transformers.linear"),
    (["at", "ok.json", "--step", "3"], "lrplot at schedule.json 30"),
    (["cosine", "--tmax", "5", "--title", "my", "run"], "--title 'my run'"),
    (["cosine", "--tmax", "5", "--last-epoch", "3"], "--group all:initial_lr=0.1"),
    (["diff", "a", "b"], "`lrplot compare a.json b.json`"),
    (["cosine", "--tmax", "5", "--color", "blue"], "auto, always or never"),
    (["CosineLRScheduler"], "timm.CosineLRScheduler"), (["lint", "v.csv"], "there is no v.json"),
    (
      ["cosine", "--tmax", "5", "--dataset-size", "9", "--batch-size", "3", "--steps-per-epoch", "3"],
      "leave one of them out"
    ),
  ])
  func `A mistake on the line says what, where, and what to do`(words: [String], hint: String) {
    let ended = world.run(words)
    #expect(ended.status == 2 && ended.error.contains(hint), "\(ended.error)")
    #expect(!ended.error.contains("<command line>"))
  }

  @Test(arguments: [
    (#"{"scheduler": {"type": "cosine", "T_max": 5,}}"#, "JSON allows no comma"),
    (#"{"scheduler": {"type": "cosine", "T_max": None}}"#, "write null"),
    (#"// x"#, "use a “$comment” key"), (#"{'scheduler': 1}"#, "json.dumps"),
    ("scheduler:\n  type: cosine\n", "double quotes"),
    (#"{"scheduler": {"type": "cosine" "T_max": 5}}"#, "a comma is missing before it"),
    (#"{"scheduler": {"type": "cosine", "T_max": 5}"#, "“}” is missing at the end"), ("", "the file is empty"),
    (#"{"scheduler": {"type": "cosine", "T_max": "5"}}"#, "without quotes: 5"),
    (#"{"scheduler": "cosine"}"#, #"{"type": "cosine"}"#),
    (#"{"scheduler": {"name": "cosine", "T_max": 5}}"#, "did you mean “type” in place of “name”?"),
    (#"{"scheduler": {"T_max": 5}}"#, #""type": "CosineAnnealingLR""#),
    (#"{"lr": 0.1, "scheduler": {"type": "cosine", "T_max": 5}}"#, "it belongs in “optimizer”"),
    (#"{"scheduler": {"type": "cosine", "T_max": 5, "min_lr": 0}}"#, "did you mean “eta_min”?"),
    (#"{"scheduler": {"type": "transformers.linear", "warmup_steps": 5}}"#, "did you mean “num_warmup_steps”?"),
    (
      #"{"scheduler": {"type": "transformers.linear", "warmup_ratio": 0.1}}"#, #""num_warmup_steps": "6%", for example"#
    ),
    (#"{"scheduler": {"type": "transformers.linear", "num_warmup_steps": 0.1}}"#, "write “10%”"),
    (#"{"scheduler": {"type": "cosine", "T_max": "500%"}}"#, "from 0% to 100%"),
    (#"{"scheduler": {"type": "step", "step_size": 5, "milestones": [3]}}"#, "has no parameter “milestones”"),
    (#"[{"type": "cosine", "T_max": 5}]"#, #"{"scheduler": […]}"#),
    (#"{"scheduler": {"type": "multistep", "milestones": "30,60"}}"#, "in brackets: [30,60]"),
    (#"{"scheduler": {"type": "cosine", "T_max": 5}}}"#, "one bracket too many"),
    (#"{"scheduler": {"type": "cosine", "T_max": True}}"#, "write true or false"),
    (#"{"schedulers": {"type": "cosine", "T_max": 5}}"#, "did you mean “scheduler”?"),
    (#"{"type": "constant"}"#, #"{"scheduler": {"type": …}}"#),
    (#"{"optimizer": {"type": "SGD", "betas": [0.9, 0.99]}, "scheduler": {"type": "constant"}}"#, "Adam, AdamW"),
  ])
  func `A mistake in a file says what, where, and what to do`(text: String, hint: String) throws {
    try world.sandbox.write(text, to: "s.json")
    let ended = world.run("render", "s.json")
    #expect(ended.status == 2 && ended.error.contains(hint), "\(ended.error)")
    #expect(ended.error.hasPrefix("s.json:"))
    // A key that is meant otherwise is not reported as missing, too.
    #expect(ended.error.components(separatedBy: "error[").count == 2, "\(ended.error)")
  }

  @Test func `A byte order mark is skipped, UTF-16 is named`() throws {
    try world.sandbox.write("\u{FEFF}{\"scheduler\": {\"type\": \"constant\"}}", to: "bom.json")
    #expect(world.run("render", "bom.json").status == 0)
    try Data([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]).write(to: URL(filePath: world.sandbox.path("s.json")))
    #expect(world.run("render", "s.json").error.contains("the text is UTF-16"))
    try Data([0x7B, 0x22, 0xE9, 0x22, 0x7D]).write(to: URL(filePath: world.sandbox.path("s.json")))
    #expect(world.run("render", "s.json").error.contains("s.json:1:3: error[json]: the text is not UTF-8"))
  }

  @Test(arguments: ["v.tsv", "semi.csv"])
  func `A metric may be separated by tabs or semicolons`(file: String) {
    let ended = world.run("plateau", "--metric", "\(file):val_loss", "--epochs", "2", "-f", "csv")
    #expect(ended.output == world.run("plateau", "--metric", "v.csv:val_loss", "--epochs", "2", "-f", "csv").output)
    #expect(ended.status == 0)
  }

  @Test func `A metric that is NaN is never better`() {
    let line = ["plateau", "--metric", "nan.csv:val_loss", "--patience", "0", "--epochs", "4"]
    let ended = world.run(line + ["-f", "csv"])
    #expect(
      ended.output
        == "step,epoch,lr,metric\n0,0,0.1,1.0\n1,1,0.1,\n2,2,0.010000000000000002,\n3,3,0.0010000000000000002,\n")
    for format in ["svg", "text", "json"] { #expect(world.run(line + ["-f", format]).status == 0) }
    #expect(world.run(["explain"] + line).status == 0)
  }

  @Test func `Colours are as --color says, and else as the environment does`() {
    func isColored(_ words: [String], _ environment: [String: String] = [:]) -> Bool {
      var world = world
      world.environment = environment
      return world.run(["cosine"] + words).error.contains("\u{1B}[")
    }
    #expect(isColored(["--color", "always"]) && isColored(["--color=always"]) && !isColored(["--color", "never"]))
    #expect(isColored([], ["CLICOLOR_FORCE": "1"]) && isColored([], ["FORCE_COLOR": "1"]) && !isColored([]))
    #expect(
      !isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]) && isColored(["--color", "always"], ["NO_COLOR": "1"]))
  }
}
