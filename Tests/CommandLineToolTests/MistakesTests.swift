import Foundation
import Testing

@testable import CommandLineTool

/// Mistakes of a first hour, each with what its message must say.
@Suite struct MistakesTests {
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
    (["cosine", "--tmax", "5", "--optimizer", "Lion"], "the rate is the same with any of them: SGD, Adam, AdamW"),
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
    (["cosine", "--tmax", "5", "--color", "blue"], "auto, always, or never"),
    (["cosine_with_warmup"], "`lrplot cosine --tmax 85 --warmup 5`"), (["1cycle"], "did you mean “onecycle”?"),
    (["triangular2"], "did you mean “cyclic”?"), (["reduce_on_plateau"], "did you mean “plateau”?"),
    (["keras.CosineAnnealing"], "`lrplot help keras` lists its kinds"),
    (["convert", "ds.json"], "`lrplot import FILE`"),
    (["describe", "ok.json"], "`lrplot explain FILE`"), (["search", "llama"], "`lrplot gallery WORD`"),
    (["cosine --tmax 50"], "without the quotes: lrplot cosine --tmax 50"),
    (["multistep", "--milestones", "30,", "60,", "80"], "“--milestones 30,60,80”"),
    (["multistep", "--milestones", "30;60"], "--milestones 30,60"),
    (["multistep", "--milestones", "30 60"], "--milestones 30,60"),
    (["exponential", "--gamma", "0.9,0.95,0.99"], "--sweep gamma=0.9,0.95,0.99"),
    (["cosine", "--tmax", "5", "--width", "5,6,7"], "50, 0.1, 1e-3, or 300k"),
    (["cosine", "--tmax", "1 200"], "without spaces: --tmax 1_200"),
    (["cosine", "-–tmax", "5"], "two hyphens: --tmax"),
    (["cosine", "--tmax", "5", "--optimizer", "AdamW", "--betas", "0.9", "0.95"], "“--betas 0.9,0.95”"),
    (["lambda", "--lr-lambda", "0.95"] + (1...60).map { "file\($0).txt" }, "in single quotes: --lr-lambda '…'"),
    (["cosine", "--tmax", "5", "--title", "“My", "title”"], "“--title 'My title'”"),
    (["cosine", "--tmax", "5", "--group", "a:lr=1;b:lr=2"], "--group a:lr=1 --group b:lr=2"),
    (["cosine", "--tmax", "5", "--group", "a:1e-4"], "--group a:lr=1e-4"),
    (["cosine", "--tmax", "5", "--group", "a:lr:1e-4"], "--group a:lr=1e-4"),
    (["cosine", "--tmax", "5", "--optimizer", "paged_adamw_32bit"], "did you mean “AdamW”?"),
    (["cosine", "--tmax", "5", "--optimizer", "FusedAdam"], "did you mean “Adam”?"),
    (["cosine", "--tmax", "5", "-f", "png"], "rsvg-convert"),
    (["cosine", "--tmax", "5", "--mark", "now:3"], "--mark 3:now"),
    (["cosine", "--tmax", "5", "--interval", "500"], "--interval 500step"),
    (["cosine", "--tmax", "5", "--interval", "batch"], "did you mean “step”?"),
    (["cosine", "--tmax", "5", "--label", "a"], "--title"),
    (["onecycle", "--max-lr", "1"], "or --epochs N for the run"),
    (["onecycle", "--max-lr", "1", "--total-steps", "1e400"], "beyond ±10¹⁵"),
    (["at", "3", "ok.json"], "lrplot at ok.json 3"), (["at", "ok.json"], "lrplot at ok.json 30"),
    (["compare", "ok.json", "okk.json"], "did you mean “ok.json”?"),
    (["at", "okk.json", "3"], "did you mean “ok.json”?"),
    (["resume", "okk.json", "--at", "3"], "did you mean “ok.json”?"),
    (["import", "okk.json"], "did you mean “ok.json”?"),
    (["identify", "vv.csv"], "did you mean “v.csv”?"), (["fit", "vv.csv"], "did you mean “v.csv”?"),
    (["check", "ok.json", "--log", "vv.csv"], "did you mean “v.csv”?"), (["render", "ok"], "did you mean “ok.json”?"),
    (["plateau", "--metric", "vv.csv:val_loss"], "did you mean “v.csv”?"),
    (["render", "ok.json", "--sweep", "tmx=1,2"], "did you mean “scheduler.T_max”?"),
    (["CosineLRScheduler"], "timm.CosineLRScheduler"), (["lint", "v.csv"], "there is no v.json"),
    (
      ["cosine", "--tmax", "5", "--dataset-size", "9", "--batch-size", "3", "--steps-per-epoch", "3"],
      "leave one of them out"
    ),
  ])
  func `a mistake on the line says what, where, and what to do`(words: [String], hint: String) {
    let ended = world.run(words)
    #expect(ended.status == 2 && ended.error.contains(hint), "\(ended.error)")
    #expect(!ended.error.contains("<command line>"))
  }

  @Test(arguments: [
    (["compare", "cosin", "wsd"], "lrplot cosine … --vs wsd …"),
    (["compare", "ok.json", "cosine"], "lrplot cosine … --print-spec > cosine.json"),
    (["compare", "ok.json", "wssd"], "did you mean the kind “wsd”?"),
    (["resume", "cosine", "--at", "3"], "--print-spec makes a file of it"),
    (["branch", "cosin", "--at", "3", "--decay", "5"], "did you mean the kind “cosine”?"),
    (["at", "cosin", "3"], "did you mean the kind “cosine”?"), (["ok.jsn"], "did you mean “lrplot render ok.json”?"),
    (["nofile.json"], "there is no such file"), (["lint", "okk"], "did you mean “ok.json”?"),
    (["render", "ok.JSON"], "did you mean “ok.json”?"), (["check", "ok.csv"], "did you mean “ok.json”?"),
    (["render", "set/schedule.json"], "did you mean “sets/schedule.json”?"),
    (["at", "sets", "3"], "sets/schedule.json"),
    (["compare", "ok.json", "v.csv"], "no learning rate was found"),
    (["WarmupCosineLR"], "“deepspeed.WarmupCosineLR” or “detectron2.WarmupCosineLR”"),
    (["linear_schedule_with_warmup"], "did you mean “transformers.linear”?"),
    (
      ["pl_bolts.optimizers.lr_scheduler.LinearWarmupCosineAnnealingLR"],
      "did you mean “LinearWarmupCosineAnnealingLR”?"
    ),
    (["fit_one_cycle"], "did you mean “fastai.fit_one_cycle”?"),
    (["help", "json"], "`lrplot help file`"), (["help", "expresion"], "`lrplot help expressions`"),
    (["help", "exit-codes"], "`lrplot help exit`"), (["help", "nothing"], "lists the commands and topics"),
    (["cosine", "--tmax", "5ep"], "without the unit: --tmax 5"),
    (["cosine", "--epochs", "9 epochs"], "without the unit: --epochs 9"),
    (["cosine", "--tmax", "9", "--warmup", "6 %"], "written --warmup 6%"),
    (["cosine", "--tmax", "9", "--warmup", "6pct"], "written --warmup 6%"),
    (["onecycle", "--max-lr", "1", "--total-steps", "9", "--pct-start", "30%"], "as a fraction: --pct-start 0.3"),
    (["step", "--step-size", "3", "--gamma", "10%"], "as a fraction: --gamma 0.1"),
    (["cosine", "--tmax", "9", "--every", "10%"], "takes no percentage"),
    (["multistep", "--steps", "30,60"], "did you mean “--milestones 30,60”?"),
    (["step", "--step", "30"], "did you mean “--step-size”?"),
    (["exponential", "--decay", "0.9"], "did you mean “--gamma”?"),
    (["onecycle", "--max-lr", "1", "--total-steps", "9", "--div", "9"], "did you mean “--div-factor”?"),
    (["plateau", "--metric", "1", "--mode", "maximum"], "did you mean “max”?"),
    (["plateau", "--metric", "1", "--min-delta", "1"], "--threshold-mode abs"),
    (["plateau", "--monitor", "val_loss"], "--metric run.csv:val_loss"),
    (
      ["cosine", "--tmax", "9", "--warmup-lr", "1e-5"], "lrplot linear --start-factor 0.1 --total-iters 5 --then cosine"
    ),
    (["timm.cosine", "--epochs", "9", "--warmup-lr", "1e-5"], "did you mean “--warmup-lr-init”?"),
    (
      [
        "megatron.scheduler", "--max-lr", "1", "--train-iters", "9", "--global-batch-size", "8", "--lr-warmup-iters",
        "3",
      ], "counted in samples"
    ),
    (["branch", "ok.json", "--at", "here", "--decay", "3"], "45, 45ep, 1200step, or 50%"),
    (["branch", "ok.json", "--at", "3", "--decay", "x"], "20%"),
    (["cosine", "--tmax", "90%"], "--epochs"),
    (["CosineAnnealingLR(optimizer, T_max=50, eta_min=0)"], "did you mean “lrplot cosine --T_max 50 --eta_min 0”?"),
    (
      ["torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[30, 60], gamma=0.1)"],
      "did you mean “lrplot multistep --milestones '[30, 60]' --gamma 0.1”?"
    ), (["cosine", "--tmax", "5", "-f", "svg,cvs"], "did you mean “svg,csv”?"),
    (["cosine", "--tmax", "5", "-f", "svg csv"], "did you mean “svg,csv”?"), (["at", "3"], "lrplot at - 3"),
    (["cosine", "--", "--tmax", "5"], "options come before “--”"),
    (["cosine", "/tmax", "5"], "did you mean “--tmax 5”?"), (["cosine", "--tmax:5"], "did you mean “--tmax 5”?"),
    (["cosine", "--tmax=", "5"], "did you mean “--tmax 5”?"),
    (["cosine", "--tmax", "=", "5"], "did you mean “--tmax 5”?"),
    (["cosine", "--tmax", "=5"], "without “=”: --tmax 5"), (["cosine", "--tmax", "5,"], "without the comma: --tmax 5"),
    (["cosine", "--sweep", "tmax=1-5"], "--sweep tmax=10,20,30"),
    (["cosine", "--sweep", "tmax=10:50:10"], "--sweep tmax=10,20,30"),
    (["cosine", "--tmax", "5", "--sweep", "zzz=1,2"], "`lrplot help cosine` lists the options"),
    (["render", "ok.json", "--set", "scheduler.T_max:9"], "did you mean “--set scheduler.T_max=9”?"),
    (["render", "ok.json", "--set", "lr=1"], "did you mean “optimizer.lr”?"),
    (["import", "ok.json"], "is a schedule file already"),
    (["sequential", "--schedulers", "linear,cosine"], "--then joins kinds"), (["chained"], "--then joins kinds"),
  ])
  func `a word in the wrong place or of another tool says what is meant`(words: [String], hint: String) throws {
    try world.sandbox.write(#"{"scheduler": {"type": "cosine", "T_max": 5}}"#, to: "sets/schedule.json")
    let ended = world.run(words)
    #expect(ended.status == 2 && ended.error.contains(hint), "\(words)\n\(ended.error)")
  }

  @Test func `a call of Python is shown as a line that runs`() {
    for call in ["StepLR(optimizer, step_size=30, gamma=0.5)", "multistep(milestones=[3, 6])", "cosine(T_max=9)"] {
      let error = world.run([call]).error
      let start = error.range(of: "did you mean “lrplot ")?.upperBound ?? error.endIndex
      let line = error[start...].prefix { $0 != "”" }.replacing("'", with: "").replacing(", ", with: ",")
      #expect(world.run(line.split(separator: " ").map(String.init) + ["-f", "csv"]).status == 0, "\(error)")
    }
  }

  /// What `--group` was meant to say; the hint is the rest of a line that works.
  @Test(arguments: [
    (["backbone=1e-4"], "--group backbone:lr=1e-4"),
    (["backbone=1e-4;head=1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone=1e-4,head=1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone=1e-4 head=1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone=1e-4", "head=1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone:lr=1e-4", "head:lr=1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone:1e-4,head:1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone:lr=1e-4,head:lr=1e-3"], "--group backbone:lr=1e-4 --group head:lr=1e-3"),
    (["backbone:lr=1e-4;weight_decay=0"], "--group backbone:lr=1e-4,weight_decay=0"),
    (["backbone:lr=1e-4 weight_decay=0"], "--group backbone:lr=1e-4,weight_decay=0"),
    (["backbone:", "lr=1e-4"], "--group backbone:lr=1e-4"), (["backbone", "lr=1e-4"], "--group backbone:lr=1e-4"),
    (["backbone,lr=1e-4"], "--group backbone:lr=1e-4"), (["1e-4"], "--group lr=1e-4"),
    (["1e-4,1e-3"], "--group lr=1e-4 --group lr=1e-3"),
  ])
  func `param groups in another spelling are shown in ours`(words: [String], ours: String) {
    let ended = world.run(["cosine", "--tmax", "5", "--group"] + words)
    #expect(ended.status == 2 && ended.error.contains("did you mean “\(ours)”?"), "\(words)\n\(ended.error)")
    let meant = world.run(["cosine", "--tmax", "5", "-f", "csv"] + ours.split(separator: " ").map(String.init))
    #expect(meant.status == 0, "\(ours)\n\(meant.error)")
  }

  @Test(arguments: ["backbone:lr=1e-4,wd", "backbone:lr", ":lr=1", "", "{\"name\":\"a\"}"])
  func `a group that cannot be understood gets an example`(text: String) {
    let ended = world.run(["cosine", "--tmax", "5", "--group", text])
    #expect(ended.status == 2 && ended.error.contains("--group head:lr=0.01"), "\(ended.error)")
  }

  @Test(arguments: ["a", "my head:lr=0.1", "lr=0.1", "a:lr=0.1, weight_decay=0", "name=a,lr=0.1", "a:wd=0"])
  func `a group in our spelling is taken`(text: String) {
    let ended = world.run(["cosine", "--tmax", "5", "-f", "csv", "--group", text])
    #expect(ended.status == 0, "\(ended.error)")
  }

  @Test(arguments: [
    (#"{"scheduler": {"type": "cosine", "T_max": 5,}}"#, "JSON allows no comma"),
    (#"{"scheduler": {"type": "cosine", "T_max": None}}"#, "write null"),
    (#"{"scheduler": {"type": "cosine", "T_max": +5}}"#, "write 5"),
    (#"{"scheduler": {"type": "cosine", "T_max": .5}}"#, "write 0.5"),
    (#"{"scheduler": {"type": "cosine", "eta_min": 0,5}}"#, "decimals are separated by a point"),
    (#"{"scheduler": {"type": "cosine", "T_max": Infinity}}"#, "JSON has no infinity"),
    (#"{"scheduler": {"type": "cosine", "T_max": undefined}}"#, "write null"),
    (#"{"scheduler": {"type": "cosine", "T_max": "5k"}}"#, "without quotes: 5000"),
    (#"{"scheduler": {"type": "multistep", "milestones": 30}}"#, "in brackets: [30]"),
    (#"{"scheduler": {"type": "lambda", "lr_lambda": 0.95}}"#, #"in quotes: "0.95""#),
    (#"{"scheduler": {"type": "cosine", "args": {"T_max": 5}}}"#, "parameters belong beside “type”"),
    (#"{"scheduler": {"type": "cosine", "params": {"T_max": 5}}}"#, "parameters belong beside “type”"),
    (#"{"scheduler": {"type": "OneCycle", "params": {}}}"#, "give --steps, or --epochs and --steps-per-epoch"),
    (#"{"scheduler": {"type": "cosine", "kwargs": {"T_max": 5}}}"#, "parameters belong beside “type”"),
    (#"{"scheduler": {"type": "cosine", "T_max": 5, "warmup_epochs": 5}}"#, "--warmup 5 --print-spec"),
    (#"{"warmup": 5, "scheduler": {"type": "cosine", "T_max": 5}}"#, "--warmup 5 --print-spec"),
    (#"{"interval": "step", "scheduler": {"type": "cosine", "T_max": 5}}"#, "it belongs in “scheduler”"),
    (#"{"width": 500, "scheduler": {"type": "cosine", "T_max": 5}}"#, "it belongs in “plot”"),
    (#"{"plot": {"title": "x"}, "scheduler": {"type": "cosine", "T_max": 5}}"#, "it belongs beside “plot”"),
    (#"{"name": "x", "scheduler": {"type": "cosine", "T_max": 5}}"#, "did you mean “title”?"),
    (#"{"_comment": "x", "scheduler": {"type": "cosine", "T_max": 5}}"#, "did you mean “$comment”?"),
    (#"{"metric": "val.csv", "scheduler": {"type": "plateau"}}"#, #"{"csv": "val.csv", "column": "val_loss"}"#),
    (#"{"metric": [1, 2], "scheduler": {"type": "plateau"}}"#, #"{"values": [0.9, 0.8, 0.7]}"#),
    (#"{"curves": {}}"#, #"[{"name": "a", "scheduler""#), ("null", #"{"scheduler": {"type": "cosine""#),
    (#"{"optimizer": {"learning_rate": 1}, "scheduler": {"type": "cosine", "T_max": 5}}"#, "did you mean “lr”?"),
    (#"{"optimizer": {"wd": 1}, "scheduler": {"type": "cosine", "T_max": 5}}"#, "did you mean “weight_decay”?"),
    (#"{"optimizer": {"params": []}, "scheduler": {"type": "cosine", "T_max": 5}}"#, "did you mean “param_groups”?"),
    (
      #"{"optimizer": {"param_groups": [{"learning_rate": 1}]}, "scheduler": {"type": "cosine", "T_max": 5}}"#,
      "did you mean “lr”?"
    ), ("type: cosine\n", "this looks like YAML"), ("[scheduler]\ntype = \"cosine\"\n", "this looks like TOML"),
    (#"{"optimizer": {"betas": 0.9}, "scheduler": {"type": "cosine", "T_max": 5}}"#, "SGD has no parameter “betas”"),
    ("<html>", "this looks like XML or HTML"),
    (#"// x"#, "use a “$comment” key"), (#"{'scheduler': 1}"#, "json.dumps"),
    ("scheduler:\n  type: cosine\n", "this looks like YAML"),
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
    (#"{"T_max": 5, "scheduler": {"type": "cosine", "T_max": 5}}"#, "it belongs in “scheduler”"),
    (#"{"learning_rate": 1, "scheduler": {"type": "cosine", "T_max": 5}}"#, "it belongs in “optimizer”"),
    (#"{"total_steps": 5, "scheduler": {"type": "cosine", "T_max": 5}}"#, "did you mean “steps”?"),
    (#"{"batch_size": 5, "scheduler": {"type": "cosine", "T_max": 5}}"#, "“steps_per_epoch”"),
    (#"{"whatever": 5, "scheduler": {"type": "cosine", "T_max": 5}}"#, "`lrplot help file` lists the keys"),
    (#"{"scheduler": {"type": "cosine", "T_max": 5, "lr": 0.1}}"#, #""optimizer": {"lr": 0.1}"#),
    (#"{"scheduler": {"type": "cosine", "T_max": 5, "zz": 0.1}}"#, "it has “T_max”, “eta_min” and “last_epoch”"),
    (#"{"optimizer": "adamw", "scheduler": {"type": "cosine", "T_max": 5}}"#, #"{"type": "AdamW", "lr": 3e-4}"#),
    (#"{"epochs": 1_000}"#, "without “_”"), (#"{"epochs": 10k}"#, "write 10000"),
    (#"{"epochs" = 5}"#, "separated by “:”"),
    (#"{"scheduler": {"type": "cosine", "T_max": 5]}"#, "“}” is missing before it"),
    (#"{“epochs”: 5}"#, "straight double quotes"),
    ("import torch\n", "this looks like Python"), ("step,lr\n0,1\n", "this looks like a table"),
    (#"{"epochs": 5, "steps": 9, "scheduler": {"type": "cosine", "T_max": 5}}"#, "leave one of them out"),
    (#"{"type": "constant"}"#, #"{"scheduler": {"type": …}}"#),
    (#"{"optimizer": {"type": "SGD", "betas": [0.9, 0.99]}, "scheduler": {"type": "constant"}}"#, "Adam, AdamW"),
  ])
  func `a mistake in a file says what, where, and what to do`(text: String, hint: String) throws {
    try world.sandbox.write(text, to: "s.json")
    let ended = world.run("render", "s.json")
    #expect(ended.status == 2 && ended.error.contains(hint), "\(ended.error)")
    #expect(ended.error.hasPrefix("s.json:"))
    // A key that is meant otherwise is not reported as missing, too.
    #expect(ended.error.components(separatedBy: "error[").count == 2, "\(ended.error)")
  }

  @Test func `a byte order mark is skipped, UTF-16 is named`() throws {
    try world.sandbox.write("\u{FEFF}{\"scheduler\": {\"type\": \"constant\"}}", to: "bom.json")
    #expect(world.run("render", "bom.json").status == 0)
    try Data([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]).write(to: URL(filePath: world.sandbox.path("s.json")))
    #expect(world.run("render", "s.json").error.contains("the text is UTF-16"))
    try Data([0x7B, 0x22, 0xE9, 0x22, 0x7D]).write(to: URL(filePath: world.sandbox.path("s.json")))
    #expect(world.run("render", "s.json").error.contains("s.json:1:3: error[json]: the text is not UTF-8"))
  }

  @Test(arguments: ["v.tsv", "semi.csv"])
  func `a metric may be separated by tabs or semicolons`(file: String) {
    let ended = world.run("plateau", "--metric", "\(file):val_loss", "--epochs", "2", "-f", "csv")
    #expect(ended.output == world.run("plateau", "--metric", "v.csv:val_loss", "--epochs", "2", "-f", "csv").output)
    #expect(ended.status == 0)
  }

  @Test func `a metric that is NaN is never better`() {
    let line = ["plateau", "--metric", "nan.csv:val_loss", "--patience", "0", "--epochs", "4"]
    let ended = world.run(line + ["-f", "csv"])
    #expect(
      ended.output
        == "step,epoch,lr,metric\n0,0,0.1,1.0\n1,1,0.1,\n2,2,0.010000000000000002,\n3,3,0.0010000000000000002,\n")
    for format in ["svg", "text", "json"] { #expect(world.run(line + ["-f", format]).status == 0) }
    #expect(world.run(["explain"] + line).status == 0)
  }

  @Test func `colours are as --color says, and else as the environment does`() {
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
