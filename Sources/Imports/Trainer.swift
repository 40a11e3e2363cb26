import Text

/// A program that trains, and whose configurations are read; `--from` takes their names.
package enum Trainer: String, CaseIterable, Sendable {
  case transformers, llamafactory, axolotl, trl, ultralytics, yolov5, deepspeed, mmengine, mmcv, lightning, nemo, kohya,
    diffusers, timm, detectron2, caffe, darknet, megatron, keras, fairseq, composer, torchtitan, spacy

  /// What it is called, and the version whose rules hold unless another is asked for.
  var rules: String {
    switch self {
    case .transformers: "transformers 5.23"
    case .llamafactory: "LLaMA-Factory on transformers 5.23"
    case .axolotl: "axolotl on transformers 5.23"
    case .trl: "TRL 1.16 on transformers 5.23"
    case .ultralytics: "ultralytics 8.4"
    case .yolov5: "YOLOv5"
    case .deepspeed: "DeepSpeed 0.19"
    case .mmengine: "MMEngine 0.10"
    case .mmcv: "MMCV 1"
    case .lightning: "Lightning 2.6"
    case .nemo: "NeMo 3.0"
    case .kohya: "sd-scripts"
    case .diffusers: "diffusers 0.42"
    case .timm: "timm 1.0"
    case .detectron2: "detectron2"
    case .caffe: "Caffe"
    case .darknet: "Darknet"
    case .megatron: "Megatron-LM"
    case .keras: "Keras 3.15"
    case .fairseq: "fairseq 0.12"
    case .composer: "Composer 0.32"
    case .torchtitan: "torchtitan 0.2"
    case .spacy: "spaCy on thinc 9.1"
    }
  }

  /// The files that are read, for help.
  package var files: String {
    switch self {
    case .transformers: "TrainingArguments as JSON, YAML or flags"
    case .llamafactory: "LLaMA-Factory’s YAML"
    case .axolotl: "axolotl’s YAML"
    case .trl: "recipes of TRL"
    case .ultralytics: "args.yaml"
    case .yolov5: "hyp.yaml, with opt.yaml"
    case .deepspeed: "ds_config.json, with what fills in “auto”"
    case .mmengine: "Python with param_scheduler"
    case .mmcv: "Python with lr_config"
    case .lightning: "config.yaml of Lightning CLI"
    case .nemo: "YAML with model.optim.sched"
    case .kohya: "sd-scripts’ TOML or flags"
    case .diffusers: "flags of the example scripts"
    case .timm: "args.yaml"
    case .detectron2: "YAML with SOLVER"
    case .caffe: "solver.prototxt"
    case .darknet: ".cfg with [net]"
    case .megatron: "flags in a script, or YAML of them"
    case .keras: "JSON of a schedule or an optimizer"
    case .fairseq: "hydra’s YAML, or flags"
    case .composer: "llm-foundry’s YAML"
    case .torchtitan: "TOML"
    case .spacy: "config.cfg"
    }
  }

  /// Whether the rules of transformers underlie it.
  var isOnTransformers: Bool { [.transformers, .llamafactory, .axolotl, .trl].contains(self) }
}

/// A version of a trainer: `transformers-4.46`.
package struct TrainerVersion: Sendable, Equatable {
  package let library: String
  package let parts: [Int]

  package init(library: String, parts: [Int]) {
    self.library = library
    self.parts = parts
  }

  /// Reads `NAME-1.2.3`; `nil` when it is not that.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), hyphen > 0 else { return nil }
    let numbers = bytes[(hyphen + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let parts = numbers.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard !parts.isEmpty, parts.count == numbers.count, parts.allSatisfy({ $0 >= 0 }) else { return nil }
    self.init(library: String(decoding: bytes[..<hyphen], as: UTF8.self).folded, parts: parts)
  }

  func isBefore(_ other: Int...) -> Bool {
    parts.lexicographicallyPrecedes(other)
  }

  var words: String { "\(library) \(parts.map(String.init).joined(by: "."))" }
}
