/// What of a checkpoint a resumed run takes over, and in which order: torch's seven ways, and those of trainers.
///
/// Each is a row of three operations: to build the scheduler, to load the optimizer's param groups, and to load the
/// scheduler's state.
public enum Restoration: String, Choice, Sendable {
  /// The scheduler is built, then the states of optimizer and scheduler are loaded: what most programs do.
  case stateDict = "state_dict"
  /// The optimizer's state is loaded before the scheduler is built, which overwrites its rates; then the scheduler's.
  case optimizerFirst = "optimizer-first"
  /// The scheduler is built, then only the optimizer's state is loaded.
  case optimizer
  /// Only the optimizer's state is loaded, then the scheduler is built.
  case optimizerThenBuild = "optimizer-then-build"
  /// Only the scheduler's state is loaded; the optimizer is new.
  case scheduler
  /// Optimizer and scheduler are new, so the schedule starts over.
  case nothing
  /// The optimizer's state is loaded, and the scheduler is built with `last_epoch`.
  case lastEpoch = "last_epoch"
  /// As the Trainer of transformers does: both states, but the new arguments' function of the step.
  case trainer
  /// As Lightning does with `ckpt_path`.
  case lightning
  /// As timm's training script does: the optimizer's state, and a new scheduler that is told the epoch.
  case timm
  /// As MMEngine does with `resume=True`.
  case mmengine
  /// As Megatron does without a flag: refused where the arguments differ from the checkpoint's.
  case megatron
  /// As Megatron does with `--override-opt_param-scheduler`: the new arguments hold.
  case megatronOverride = "megatron-override"
  /// As Megatron does with `--use-checkpoint-opt_param-scheduler`: those of the checkpoint hold.
  case megatronCheckpoint = "megatron-checkpoint"
  /// As with optax, and any function of the step: the count is restored, and the new schedule holds at once.
  case optax
  /// As Keras does with `load_model`: the old schedule goes on, and callbacks are new.
  case keras
  /// As Keras does when a loaded model is compiled anew: optimizer and schedule start over.
  case kerasCompile = "keras-compile"

  /// The seven ways of a training loop by torch.
  package static let ofTorch: [Restoration] = [
    .stateDict, .optimizerFirst, .optimizer, .optimizerThenBuild, .scheduler, .nothing, .lastEpoch,
  ]

  /// What is done with a checkpoint.
  enum Operation: Equatable, Sendable {
    /// The scheduler is made, and writes its first rates.
    case build
    /// The same with torch's `last_epoch`, so that it goes on from there.
    case buildAfterLastEpoch
    /// Every param group is replaced by the saved one, whole.
    case loadOptimizer
    /// These parts of the scheduler's state are overwritten by the saved ones.
    case loadScheduler(SchedulerState.Parts)
    /// Refuses parameters that differ from those of the checkpoint.
    case compare
    /// The scheduler is told how far the run has got, and writes the rates of that place.
    case seek
    /// The schedule is a function of the step: it is where it would be without an interruption.
    case replay
  }

  var operations: [Operation] {
    switch self {
    case .stateDict, .trainer, .lightning, .mmengine: [.build, .loadOptimizer, .loadScheduler(.stateDict)]
    case .optimizerFirst: [.loadOptimizer, .build, .loadScheduler(.stateDict)]
    case .optimizer: [.build, .loadOptimizer]
    case .optimizerThenBuild: [.loadOptimizer, .build]
    case .scheduler: [.build, .loadScheduler(.stateDict)]
    case .nothing: [.build]
    case .lastEpoch: [.loadOptimizer, .buildAfterLastEpoch]
    case .timm: [.loadOptimizer, .build, .seek]
    case .megatron: [.build, .compare, .loadOptimizer, .loadScheduler(.count)]
    case .megatronOverride: [.build, .loadOptimizer, .loadScheduler(.count)]
    case .megatronCheckpoint: [.build, .loadOptimizer, .loadScheduler([.count, .parameters, .functions])]
    case .optax: [.replay, .loadScheduler(.memory)]
    case .keras: [.build, .loadOptimizer, .loadScheduler(.everything)]
    case .kerasCompile: [.build, .loadScheduler([])]
    }
  }

  /// Whether the rates are worked out anew before the first update, instead of when the scheduler is stepped.
  var rewrites: Bool {
    switch self {
    case .megatron, .megatronOverride, .megatronCheckpoint, .keras, .kerasCompile: true
    default: false
    }
  }

  /// Whether every param group is replaced by the saved one.
  package var restoresGroups: Bool { operations.contains(.loadOptimizer) }

  /// Whether the optimizer's own state, its moments, is restored.
  package var restoresOptimizer: Bool { restoresGroups || self == .optax }

  /// What it does, in a sentence.
  package var summary: String {
    switch self {
    case .stateDict: "The scheduler is built, then the states of optimizer and scheduler are loaded."
    case .optimizerFirst: "The optimizer's state is loaded before the scheduler is built, which overwrites its rates."
    case .optimizer: "The scheduler is built, then only the optimizer's state is loaded."
    case .optimizerThenBuild: "Only the optimizer's state is loaded, then the scheduler is built."
    case .scheduler: "Only the scheduler's state is loaded; the optimizer is new."
    case .nothing: "Optimizer and scheduler are new: the schedule starts over."
    case .lastEpoch: "The optimizer's state is loaded, and the scheduler is built with last_epoch."
    case .trainer: "transformers' Trainer: both states; the function of the rate follows the new arguments."
    case .lightning: "Lightning's ckpt_path: as state_dict."
    case .timm: "timm's train.py: the optimizer's state, then a new scheduler that is given the epoch."
    case .mmengine: "MMEngine's resume=True: as state_dict, by position."
    case .megatron: "Megatron without a flag: refused where the arguments differ from the checkpoint's."
    case .megatronOverride: "Megatron's --override-opt_param-scheduler: the new arguments hold."
    case .megatronCheckpoint: "Megatron's --use-checkpoint-opt_param-scheduler: the checkpoint's hold."
    case .optax: "optax, and any function of the step: the count is restored, the new schedule holds at once."
    case .keras: "Keras' load_model: the old schedule goes on; callbacks are new."
    case .kerasCompile: "Keras' compile after loading: the optimizer is new, and its schedule starts over."
    }
  }
}

/// Whose trainers resume the runs of a family's schedules.
package enum ResumeWays: Sendable {
  /// A training loop by torch, which saves and loads states by itself.
  case torch
  /// Any code that computes the rate from the step.
  case function
  case transformers, timm, mmengine, megatron, keras

  /// The ways there are, the usual one first.
  package var ways: [Restoration] {
    switch self {
    case .torch: Restoration.ofTorch
    case .function: [.optax]
    case .transformers: [.trainer] + Restoration.ofTorch.dropFirst()
    case .timm: [.timm]
    case .mmengine: [.mmengine]
    case .megatron: [.megatron, .megatronOverride, .megatronCheckpoint]
    case .keras: [.keras, .kerasCompile]
    }
  }
}
