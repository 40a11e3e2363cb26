import Diagnostics
import JSON
import Schedules
import Text

/// Whose configuration it is, by what is in it.
enum Detection {
  /// Every trainer that it may be of; of one that is clear more than the others, that one.
  static func trainers(of configuration: Configuration) -> [Trainer] {
    guard case .table(let entries) = configuration.root.content else { return [] }
    let table = Table(entries, at: configuration.root.range)
    switch configuration.syntax {
    case .json: return json(table)
    case .yaml: return yaml(table)
    case .toml: return toml(table)
    case .python:
      return table.found("lr_config") != nil
        ? [.mmcv] : mmengineKeys.contains { table.found($0) != nil } ? [.mmengine] : []
    case .flags: return flags(table, configuration.words)
    case .prototext: return [.caffe]
    case .sections: return [.darknet]
    case .jsonSections: return [.spacy]
    }
  }

  private static let mmengineKeys = ["param_scheduler", "optim_wrapper", "train_cfg"]

  private static func json(_ table: Table) -> [Trainer] {
    if table.found("class_name") != nil && table.found("config") != nil || table.found("compile_config") != nil {
      return [.keras]
    }
    if isDeepSpeed(Datum(.table(table.entries), at: table.range)) { return [.deepspeed] }
    return yaml(table)
  }

  static func isDeepSpeed(_ root: Datum) -> Bool {
    guard case .table(let entries) = root.content else { return false }
    let table = Table(entries, at: root.range)
    return table.found(["zero_optimization", "train_micro_batch_size_per_gpu"]) != nil
      || table.value(at: ["scheduler", "params"]) != nil && !isOwnScheduler(table)
      || table.value(at: ["optimizer", "params"]) != nil
  }

  /// Whether the scheduler is a kind of a schedule file whose parameters are in an object of their own.
  private static func isOwnScheduler(_ table: Table) -> Bool {
    guard case .text(let name) = table.value(at: ["scheduler", "type"])?.value.content else { return false }
    return Catalogue.kind(named: name) != nil
      && !Catalogue.kinds(of: "deepspeed").contains { $0.behindLastDot == name }
  }

  /// Whether it holds what transformers' Trainer is given.
  static func isTrainingArguments(_ root: Datum) -> Bool {
    guard case .table(let entries) = root.content else { return false }
    return Table(entries, at: root.range).found(argumentKeys) != nil && !isDeepSpeed(root)
  }

  private static let argumentKeys = [
    "learning_rate", "lr_scheduler_type", "num_train_epochs", "per_device_train_batch_size",
  ]

  private static func yaml(_ table: Table) -> [Trainer] {
    func has(_ keys: String...) -> Bool { keys.allSatisfy { table.found($0) != nil } }
    var found: [Trainer] = []
    if has("SOLVER") { found.append(.detectron2) }
    if has("lr0", "lrf") || has("hyp", "cfg", "epochs") {
      found.append(has("task") || has("mode") || has("nbs") ? .ultralytics : .yolov5)
    }
    if has("sched"), table.found(["warmup_lr", "warmup_epochs", "opt", "min_lr"]) != nil { found.append(.timm) }
    if has("micro_batch_size"), table.found(["lr_scheduler", "learning_rate", "num_epochs"]) != nil {
      found.append(.axolotl)
    } else if has("base_model", "num_epochs") || has("base_model", "lr_scheduler") {
      found.append(.axolotl)
    }
    let isLightning = ["lr_scheduler", "optimizer"].contains { table.value(at: [$0, "class_path"]) != nil }
    if isLightning { found.append(.lightning) }
    if table.value(at: ["model", "optim"]) != nil || table.value(at: ["optim", "sched"]) != nil {
      found.append(.nemo)
    }
    if has("optimization", "lr_scheduler") { found.append(.fairseq) }
    if has("max_duration"), has("scheduler") || has("optimizer") { found.append(.composer) }
    if has("lr_config") { found.append(.mmcv) }
    if mmengineKeys.contains(where: { table.found($0) != nil }) { found.append(.mmengine) }
    if table.flattened.entries.contains(where: {
      $0.key == "--lr" || $0.key == "--train-iters" || $0.key == "--lr-decay-style"
    }) {
      found.append(.megatron)
    }
    if found.isEmpty, table.found(argumentKeys) != nil { found.append(arguments(table)) }
    return found
  }

  /// Which of those that use TrainingArguments.
  private static func arguments(_ table: Table) -> Trainer {
    let factory = ["finetuning_type", "cutoff_len", "dataset_dir", "stage"]
    if table.found("finetuning_type") != nil || factory.filter({ table.found($0) != nil }).count > 1 {
      return .llamafactory
    }
    let trl = [
      "chat_template", "dataset_mixer", "packing", "num_generations", "max_prompt_length", "max_completion_length",
      "dataset_text_field", "assistant_only_loss", "loss_type", "max_seq_length", "beta",
    ]
    return table.found(trl) != nil ? .trl : .transformers
  }

  private static func toml(_ table: Table) -> [Trainer] {
    if let entry = table.found("lr_scheduler"), case .table = entry.value.content { return [.torchtitan] }
    if table.found("training") != nil, table.value(at: ["optimizer", "lr"]) != nil { return [.torchtitan] }
    let flat = table.flattened
    return flat.found(["learning_rate", "unet_lr", "lr_scheduler", "network_module"]) != nil ? [.kohya] : []
  }

  private static func flags(_ table: Table, _ words: [String]) -> [Trainer] {
    func any(_ keys: String...) -> Bool { table.found(keys) != nil }
    func runs(_ script: String) -> Bool { words.contains { $0.holds(script) } }
    var found: [Trainer] = []
    if any("lr_decay_style", "train_iters", "train_samples", "lr_warmup_fraction", "lr_decay_iters") {
      found.append(.megatron)
    }
    if any("lr_scheduler_type", "per_device_train_batch_size", "model_name_or_path") && !any("lr_warmup_steps") {
      found.append(.transformers)
    }
    if any("max_update", "warmup_updates", "update_freq", "warmup_init_lr") || runs("fairseq-train") {
      found.append(.fairseq)
    }
    if any("sched") { found.append(.timm) }
    guard found.isEmpty else { return found }
    if any(
      "network_module", "unet_lr", "text_encoder_lr", "lr_scheduler_num_cycles", "max_train_epochs", "optimizer_type",
      "network_dim", "train_data_dir_kohya")
      || runs("train_network") || runs("sdxl_train") || runs("fine_tune.py") || runs("flux_train")
    {
      return [.kohya]
    }
    if any(
      "lr_num_cycles", "num_train_epochs", "checkpointing_steps", "instance_data_dir", "validation_prompt",
      "dataset_name",
      "pretrained_teacher_model") || runs("train_text_to_image") || runs("train_dreambooth") || runs("train_controlnet")
    {
      return [.diffusers]
    }
    if any("lr_scheduler", "lr_warmup_steps"), any("learning_rate", "max_train_steps") { return [.kohya, .diffusers] }
    return any("learning_rate") ? [.transformers] : []
  }
}
