import Diagnostics
import Imports
import JSON
import Testing
import Text

/// Lengths, warm-ups and shapes as each trainer has them; what its library gives is in the fixtures.
@Suite struct TrainerTests {
  @Test func `transformers rounds updates up since 4_52 and down before`() throws {
    let text =
      #"{"learning_rate": 1e-4, "num_train_epochs": 3, "per_device_train_batch_size": 8, "gradient_accumulation_steps": 4}"#
    #expect(try rates(imported(text) { $0.datasetSize = 1000 }).count == 96)
    #expect(
      try rates(imported(text) { ($0.datasetSize, $0.version) = (1000, TrainerVersion("transformers-4.46")) }).count
        == 93)
    #expect(try rates(imported(text) { $0.batches = 125 }).count == 96)
    #expect(try rates(imported(text) { $0.stepsPerEpoch = 5 }).count == 15)
    #expect(try rates(imported(text) { $0.steps = 7 }).count == 7)
  }

  @Test func `a ratio of warm-up is rounded up in doubles`() throws {
    let made = try imported("learning_rate: 1.0\nmax_steps: 100\nwarmup_ratio: 0.07\n")
    // 100 · 0.07 is 7.000000000000001.
    #expect(try rates(made)[7] == 7.0 / 8)
    #expect(
      problem("learning_rate: 1.0\nmax_steps: 100\nwarmup_steps: 0.07\n") {
        $0.version = TrainerVersion("transformers-4.46")
      } != nil)
  }

  @Test func `axolotl rounds warm-up down, and makes 2 of 1`() throws {
    let text = "base_model: x\nnum_epochs: 1\nlearning_rate: 1.0\nmax_steps: 10\nlr_scheduler: cosine\n"
    #expect(try rates(imported(text + "warmup_ratio: 0.19\n"))[1] == 0.5)
    #expect(try rates(imported(text + "warmup_steps: 4\nlr_quadratic_warmup: true\n"))[2] == 0.25)
    let held = try rates(imported(text + "warmup_steps: 2\ncosine_min_lr_ratio: 0.1\ncosine_constant_lr_ratio: 0.5\n"))
    #expect(held[5] == 0.1 && held[9] == 0.1)
    let rex = try rates(
      imported(
        "base_model: x\nlearning_rate: 1.0\nmax_steps: 10\nlr_scheduler: rex\nnum_epochs: 1\nwarmup_steps: 3\ncosine_min_lr_ratio: 0.1\n"
      ))
    let wanted = [0.333333, 0.666667, 1, 0.985246, 0.965385, 0.937209, 0.894118, 0.82, 0.6625, 0.1]
    #expect(zip(rex, wanted).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `MMCV warms up by iterations on what the policy gives`() throws {
    let text = """
      optimizer = dict(type='SGD', lr=1.0, momentum=0.9)
      lr_config = dict(policy='step', warmup='linear', warmup_iters=4, warmup_ratio=0.5, step=[1, 2])
      runner = dict(type='EpochBasedRunner', max_epochs=3)
      """
    let got = try rates(imported(text) { $0.stepsPerEpoch = 3 })
    let wanted = [0.5, 0.625, 0.75, 0.0875, 0.1, 0.1, 0.01, 0.01, 0.01]
    #expect(got.count == 9 && zip(got, wanted).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(arguments: [
    ("policy='cyclic', target_ratio=(10, 1e-4), cyclic_times=1, step_ratio_up=0.4", "mmcv.cyclic", 1.0, 10.0),
    ("policy='OneCycle', max_lr=0.5, pct_start=0.4, div_factor=10, three_phase=True", "mmcv.OneCycle", 0.05, 0.5),
    (
      "policy='CosineRestart', by_epoch=False, periods=[10, 10], restart_weights=[1, 0.5], min_lr=0",
      "mmcv.CosineRestart", 1.0, 1.0
    ),
    ("policy='LinearAnnealing', by_epoch=False, min_lr_ratio=0.1", "mmcv.LinearAnnealing", 1.0, 1.0),
  ])
  func `MMCV's policies keep their names and values`(config: String, kind: String, first: Double, peak: Double) throws {
    let made = try imported(
      "optimizer = dict(type='AdamW', lr=1.0)\nlr_config = dict(\(config))\nrunner = dict(type='IterBasedRunner', max_iters=20)\n"
    )
    #expect(made.document.text().text.contains("\"\(kind)\""))
    let got = try rates(made)
    #expect(got.count == 20 && abs(got[0] - first) < 1e-12 && abs((got.max() ?? 0) - peak) < 0.05 * peak)
  }

  @Test(arguments: [
    ("policy='cyclic', by_epoch=True", "by iterations"),
    ("policy='cyclic', target_rato=(10, 1)", "did you mean “target_ratio”?"),
    ("policy='cyclick'", "did you mean “cyclic”?"),
  ])
  func `MMCV's hooks refuse what they do not take`(config: String, words: String) throws {
    let text = "optimizer = dict(type='SGD', lr=1.0)\nlr_config = dict(\(config))\nrunner = dict(max_iters=20)\n"
    #expect(throws: (any Error).self) { try rates(imported(text)) }
    do { _ = try rates(imported(text)) } catch { #expect("\(error)".contains(words), "\(error)") }
  }

  @Test(arguments: [
    ("SquareAnnealing", "", [0.25, 0.5, 0.75, 1, 0.734694, 0.510204, 0.326531, 0.183673, 0.1]),
    ("SquareRootAnnealing", "", [0.25, 0.5, 0.75, 1, 0.774597, 0.707107]),
    ("CosineAnnealing", "", [0.25, 0.5, 0.75, 1, 0.955436]),
    ("CosineAnnealing", "constant_steps: 2", [0, 0.333333, 0.666667, 1, 0.914058, 0.689058, 0.410942, 0.185942, 0.1]),
    ("PolynomialDecayAnnealing", "power: 2", [0.25, 0.5, 0.75, 1, 0.761224, 0.559184]),
    ("PolynomialHoldDecayAnnealing", "power: 2\n      hold_steps: 2", [0.25, 0.5, 0.75, 1, 1, 1, 0.676, 0.424]),
    ("InverseSquareRootAnnealing", "", [0.25, 0.5, 0.75, 1, 0.894427]),
  ])
  func `NeMo warms up with (t + 1) by (W + 1)`(name: String, more: String, wanted: [Double]) throws {
    let text = """
      model:
        optim:
          name: adam
          lr: 1.0
          sched:
            name: \(name)
            warmup_steps: 3
            min_lr: 0.1
            \(more.isEmpty ? "monitor: x" : more)
      trainer:
        max_steps: 10
      """
    let got = try rates(imported(text))
    #expect(zip(got, wanted).allSatisfy { abs($0 - $1) < 1e-6 }, "\(got)")
  }

  @Test func `detectron2 stands on a base in its folder`() throws {
    let base = "SOLVER:\n  BASE_LR: 0.5\n  WARMUP_ITERS: 0\n  MAX_ITER: 4\n  STEPS: (2,)\n"
    #expect(
      try rates(imported("_BASE_: b/base.yaml\nSOLVER:\n  GAMMA: 0.5\n", files: ["b/base.yaml": base])) == [
        0.5, 0.5, 0.25, 0.25,
      ])
    #expect(try rates(imported("SOLVER:\n  GAMMA: 0.5\n", with: [base])) == [0.5, 0.5, 0.25, 0.25])
  }

  @Test func `MMEngine merges its bases, and deletes what it is told to`() throws {
    let base =
      "optim_wrapper = dict(optimizer=dict(type='SGD', lr=1.0, momentum=0.9))\ntrain_cfg = dict(max_epochs=3)\nparam_scheduler = dict(type='StepLR', step_size=1, gamma=0.5)\n"
    #expect(
      try rates(
        imported(
          "_base_ = 'b.py'\noptim_wrapper = dict(optimizer=dict(lr=2.0))\nx = 1\ntrain_cfg = dict(max_epochs=2)\n",
          files: ["b.py": base])) == [2, 1])
    #expect(
      try rates(
        imported("_base_ = ['./b.py']\ntrain_cfg = dict(_delete_=True, max_epochs=2)\n", files: ["./b.py": base])) == [
          1, 0.5,
        ])
  }

  @Test func `spaCy's schedules`() throws {
    func text(_ schedule: String) -> String {
      "[training]\nmax_steps = 8\n[training.optimizer]\n@optimizers = \"Adam.v1\"\n[training.optimizer.learn_rate]\n\(schedule)\n"
    }
    func near(_ schedule: String, _ wanted: [Double]) throws -> Bool {
      zip(try rates(imported(text(schedule))), wanted).allSatisfy { abs($0 - $1) < 1e-6 }
    }
    #expect(try near("@schedules = \"decaying.v1\"\nbase_rate = 1.0\ndecay = 0.5", [1, 0.666667, 0.5, 0.4, 0.333333]))
    #expect(
      try near(
        "@schedules = \"slanted_triangular.v1\"\nmax_rate = 1.0\nnum_steps = 10\ncut_frac = 0.3\nratio = 10",
        [0.4, 0.7, 1, 0.871429]))
    #expect(
      try near(
        "@schedules = \"cyclic_triangular.v1\"\nmin_lr = 0.1\nmax_lr = 1.0\nperiod = 3",
        [0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.4]))
  }

  @Test func `flags in a script are read for four trainers`() throws {
    #expect(
      try imported("python run_glue.py --model_name_or_path x --learning_rate 1e-4 --max_steps 10 \"$@\"\n").trainer
        == .transformers)
    #expect(
      try imported("fairseq-train d --lr-scheduler inverse_sqrt --warmup-updates 4 --lr 0.5 --max-update 9\n").trainer
        == .fairseq)
    #expect(
      try imported("accelerate launch train_network.py --network_module=n --learning_rate=1e-4 --max_train_steps=9\n")
        .trainer == .kohya)
    #expect(
      try imported(
        "accelerate launch train_dreambooth.py --instance_data_dir=d --learning_rate=1e-4 --max_train_steps=9\n"
      ).trainer == .diffusers)
  }

  @Test func `Lightning names a class of torch, stepped by the epoch`() throws {
    let text = """
      optimizer:
        class_path: torch.optim.SGD
        init_args: {lr: 1.0, momentum: 0.9}
      lr_scheduler:
        class_path: torch.optim.lr_scheduler.StepLR
        init_args:
          step_size: 1
          gamma: 0.5
          last_epoch: -1
      trainer:
        max_epochs: 2
      """
    #expect(try rates(imported(text)) == [1, 0.5])
    #expect(try rates(imported(text) { $0.stepsPerEpoch = 2 }) == [1, 1, 0.5, 0.5])
  }

  @Test func `every default is reported`() throws {
    let made = try imported("{\"learning_rate\": 1e-4, \"max_steps\": 10}")
    #expect(made.notes.contains { $0.contains("lr_scheduler_type") })
    #expect(made.document.text().text.contains("$comment"))
  }
}
