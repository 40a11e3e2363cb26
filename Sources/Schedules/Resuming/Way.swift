/// What of a checkpoint a resumed run takes over, and in which order: torch's seven ways, and those of trainers.
///
/// Each is a row of three operations: to build the scheduler, to load the optimizer's param groups, and to load the
/// scheduler's state.
package enum Way: String, Choice {
  case stateDict = "state_dict"
  case optimizerFirst = "optimizer-first"
  case optimizer
  case optimizerThenBuild = "optimizer-then-build"
  case scheduler
  case nothing
  case lastEpoch = "last_epoch"
  case trainer, lightning, timm, mmengine
  case megatron
  case megatronOverride = "megatron-override"
  case megatronCheckpoint = "megatron-checkpoint"
  case optax, keras
  case kerasCompile = "keras-compile"

  /// The seven ways of a training loop by torch.
  package static let ofTorch: [Way] = [
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

  /// Whether the optimizer's own state, its moments, is restored.
  package var restoresOptimizer: Bool { operations.contains(.loadOptimizer) || self == .optax }

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
    case .timm: "timm's train.py: the optimizer's state, then a new scheduler that is told the epoch."
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
package enum Resumption: Sendable {
  /// A training loop by torch, which saves and loads states by itself.
  case torch
  /// Any code that computes the rate from the step.
  case function
  case transformers, timm, mmengine, megatron, keras

  /// The ways there are, the usual one first.
  package var ways: [Way] {
    switch self {
    case .torch: Way.ofTorch
    case .function: [.optax]
    case .transformers: [.trainer] + Way.ofTorch.dropFirst()
    case .timm: [.timm]
    case .mmengine: [.mmengine]
    case .megatron: [.megatron, .megatronOverride, .megatronCheckpoint]
    case .keras: [.keras, .kerasCompile]
    }
  }
}
