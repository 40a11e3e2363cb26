/// How a log is written; `--log-form` takes the names.
package enum LogForm: String, CaseIterable, Sendable {
  case trainerState = "trainer_state"
  case trainerLog = "trainer_log"
  case transformers, lightning, mmengine, mmcv, tensorboard, wandb, ultralytics, keras, timm, detectron2, megatron,
    deepspeed, fairseq, nemo, caffe, darknet, csv

  /// The files that are read, for help.
  package var files: String {
    switch self {
    case .trainerState: "trainer_state.json of transformers"
    case .trainerLog: "trainer_log.jsonl of LLaMA-Factory"
    case .transformers: "what transformers prints; with --log-every where no progress bar tells the step"
    case .lightning: "metrics.csv of Lightning’s CSVLogger"
    case .mmengine: "scalars.json, or the text log"
    case .mmcv: "*.log.json, or the text log"
    case .tensorboard: "a scalar downloaded as CSV or JSON"
    case .wandb: "a CSV exported from a chart"
    case .ultralytics: "results.csv, of YOLOv5 too"
    case .keras: "CSVLogger"
    case .timm: "summary.csv, or the text log"
    case .detectron2: "metrics.json, or the text log"
    case .megatron, .nemo: "the text log"
    case .deepspeed: "the text log of its engine"
    case .fairseq: "the text log, simple or json"
    case .caffe: "the text log"
    case .darknet: "the text log"
    case .csv: "any CSV with step (or epoch) and lr"
    }
  }

  /// The rows that a reading of step N may be, the likeliest first.
  package var conventions: [LogConvention] {
    switch self {
    case .trainerState, .trainerLog, .transformers, .tensorboard, .wandb: [.offset(-1), .offset(0)]
    case .mmengine, .mmcv: [.offset(-1)]
    case .nemo: [.offset(0), .mean]
    default: [.offset(0)]
    }
  }

  /// What logs like this, after “row N−1, ”.
  package func reason(for convention: LogConvention) -> String {
    switch (self, convention) {
    case (.trainerState, .offset(-1)), (.trainerLog, .offset(-1)), (.transformers, .offset(-1)):
      "as transformers has logged it since 4.51"
    case (.trainerState, _), (.trainerLog, _), (.transformers, _):
      "as transformers logged it up to 4.50, and logs schedules of DeepSpeed"
    case (.tensorboard, .offset(-1)), (.wandb, .offset(-1)): "as trainers log it that count from 1"
    case (.tensorboard, _), (.wandb, _): "as trainers log it that count from 0, or step the schedule first"
    case (.nemo, .mean): "as NeMo logs it: the mean since the reading before"
    case (.csv, _): "as the step is counted from 0"
    default: "as \(name) logs it"
    }
  }

  /// The program’s name in a sentence.
  package var name: String {
    switch self {
    case .trainerState, .transformers: "transformers"
    case .trainerLog: "LLaMA-Factory"
    case .lightning: "Lightning"
    case .mmengine: "MMEngine"
    case .mmcv: "MMCV"
    case .tensorboard: "TensorBoard"
    case .wandb: "W&B"
    case .ultralytics: "ultralytics"
    case .keras: "Keras"
    case .timm: "timm"
    case .detectron2: "detectron2"
    case .megatron: "Megatron-LM"
    case .deepspeed: "DeepSpeed"
    case .fairseq: "fairseq"
    case .nemo: "NeMo"
    case .caffe: "Caffe"
    case .darknet: "Darknet"
    case .csv: "CSV"
    }
  }

  /// How many digits a rate is written with at least, though zeros at its end may be left out.
  var digits: Int {
    switch self {
    case .transformers, .nemo: 4
    case .timm, .ultralytics, .mmengine: 4
    case .fairseq, .caffe: 6
    case .megatron: 7
    default: 0
    }
  }
}

/// Which row of a schedule a reading is.
package enum LogConvention: Sendable, Equatable {
  /// A reading of step N is row N + offset.
  case offset(Int)
  /// A reading of step N is the mean of the rows after the step of the reading before it, up to row N.
  case mean

  /// “row N−1”.
  package var words: String {
    switch self {
    case .offset(0): "row N"
    case .offset(let offset): "row N\(offset < 0 ? "−" : "+")\(offset.magnitude)"
    case .mean: "the mean of the rows up to N"
    }
  }
}
