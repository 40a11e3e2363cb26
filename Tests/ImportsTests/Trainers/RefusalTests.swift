import Diagnostics
import Imports
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    // The number of samples is asked for.
    ("learning_rate: 1e-4\nnum_train_epochs: 3\n", "number of samples", "--dataset-size"),
    ("learning_rate: 1e999\nmax_steps: 10\n", "finite number", ""),
    ("learning_rate: .nan\nmax_steps: 10\n", "finite number", ""),
    ("learning_rate: 1e-4\nmax_steps: 2.5\n", "a whole number, not 2.5", ""),
    ("l\u{0}r\u{0}:\u{0} 1\u{0}", "UTF-8", "iconv"),
    ("learning_rate: 1e-4\nwarmup_step: 3\nmax_steps: 10\n", "warmup_step", "warmup_steps"),
    ("learning_rate: 1e-4\nlr_scheduler_type: cosin\nmax_steps: 10\n", "cosin", "cosine"),
    ("lr_scheduler_type: cosine\nmax_steps: 10\n", "learning_rate", "--lr"),
    ("learning_rate: 1e-4\nlr_scheduler_type: reduce_lr_on_plateau\nmax_steps: 10\n", "metric", "metric"),
    ("learning_rate: 1e-4\nnum_generations: 8\nnum_train_epochs: 1\n", "num_generations", "--steps"),
    ("lr0: 0.01\nlrf: 0.01\ntask: detect\noptimizer: auto\nepochs: 3\n", "auto", "--lr"),
    ("lr0: 0.01\nlrf: 0.01\ntask: detect\noptimizer: SGD\nepochs: 3\n", "batches", "--steps-per-epoch"),
    ("sched: cosine\nopt: sgd\nlr_base: 0.1\nepochs: 3\n", "lr_base", "--world-size"),
    ("SOLVER:\n  LR_SCHEDULER_NAME: WarmupPolyLR\n", "WarmupPolyLR", ""),
    ("base_model: x\nnum_epochs: 1\nlearning_rate: 1e-4\nsample_packing: true\n", "sample_packing", "--steps"),
    (
      "max_duration: 10000000tok\noptimizer:\n  lr: 1e-4\nscheduler:\n  name: cosine_with_warmup\n  t_warmup: 10ba\n",
      "tok", "--steps"
    ),
    ("lr_scheduler_type: cosine\nlearning_rate: 1e-4\nmax_steps: !!python/object:os.system x\n", "tag", ""),
    ("learning_rate: 1e-4\noptim: adamw_schedulefree\nmax_steps: 9\n", "schedulefree", ""),
    (
      "param_scheduler = build()\ntrain_cfg = dict(max_epochs=1)\noptim_wrapper = dict(optimizer=dict(lr=1))\n", "call",
      ""
    ),
    (
      "_base_ = ['../a.py']\ntrain_cfg = dict(max_epochs=1)\noptim_wrapper = dict(optimizer=dict(lr=1))\n", "_base_",
      "vis_data"
    ),
    ("run --lr 1 --train-iters $N --global-batch-size 2 --lr-decay-style cosine\n", "train_iters", ""),
    ("run --lr 1 --train-iters 5 --global-batch-size 2 --rampup-batch-size 1 2 3\n", "rampup", "batch"),
    (
      "learning_rate = 1e-4\nlr_scheduler = \"cosine\"\nlr_warmup_steps = 100\nmax_train_steps = 500\n", "process",
      "--world-size"
    ),
    ("optimizer_type = \"Prodigy\"\nlearning_rate = 1.0\nlr_scheduler = \"cosine\"\n", "Prodigy", ""),
    ("a: 1\n", "no known trainer", "--from"),
    ("SOLVER:\n  BASE_LR: 1\nlr0: 1\nlrf: 1\n", "detectron2 or yolov5", "--from"),
    ("{\"zero_optimization\": {\"stage\": 3}}", "no scheduler", ""),
    ("{\"scheduler\": {\"type\": \"WarmupDecayLR\", \"params\": {\"total_num_steps\": \"auto\"}}}", "auto", "--with"),
    ("{\"class_name\": \"Adam\", \"config\": {\"learning_rate\": 0.1}}", "constant", ""),
  ])
  func `what cannot be known is refused, with what would help`(text: String, said: String, hinted: String) {
    let problem = problem(text)
    #expect(problem?.message.contains(said) == true, "\(problem.map(String.init(describing:)) ?? "nothing")")
    #expect(
      hinted.isEmpty || problem?.hint?.contains(hinted) == true, "\(problem.map(String.init(describing:)) ?? "nothing")"
    )
    #expect(problem?.code == .import)
  }

  @Test(arguments: ["/etc/passwd", "../x.yaml", "a/../../x", "~/x", "a\0b"])
  func `a file outside the folder is not read`(name: String) {
    var read: [String] = []
    let source = Source(name: "c.yaml", bytes: Array("_BASE_: \"\(name)\"\nSOLVER:\n  BASE_LR: 0.1\n".utf8))
    _ = try? Import.read(source) { (name) throws(Diagnostic) in
      read.append(name)
      throw Diagnostic(.io, name)
    }
    #expect(read.isEmpty)
  }

  @Test func `places in other files are reported as theirs`() {
    let problem = problem("_BASE_: b.yaml\nSOLVER:\n  BASE_LR: 0.1\n", files: ["b.yaml": "SOLVER:\n  GAMMA: x\n"])
    #expect(problem?.message.contains("GAMMA") == true)
    #expect((problem?.range?.lower ?? 0) > 40)
  }
}
