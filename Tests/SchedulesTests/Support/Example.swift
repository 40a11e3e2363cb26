import Schedules
import Testing

/// A node of every kind, `torch.StepLR` say, that changes the rate of an optimizer with momentum within a few steps.
///
/// The example of a kind's own declaration, unless that one takes longer, or has nothing to show to these tests.
enum Example {
  private static let all: [String: String] = [
    "torch.LambdaLR": #""lr_lambda": "0.95 ** epoch""#,
    "torch.MultiplicativeLR": #""lr_lambda": "0.9 if epoch % 2 else 1.05""#,
    "torch.StepLR": #""step_size": 3, "gamma": 0.3"#,
    "torch.MultiStepLR": #""milestones": [2, 5, 5], "gamma": 0.3"#,
    "torch.ConstantLR": #""factor": 0.3, "total_iters": 4"#,
    "torch.LinearLR": #""start_factor": 0.1, "total_iters": 6"#,
    "torch.ExponentialLR": #""gamma": 0.93"#,
    "torch.PolynomialLR": #""total_iters": 9, "power": 1.5"#,
    "torch.CosineAnnealingLR": #""T_max": 5, "eta_min": 0.01"#,
    "torch.CosineAnnealingWarmRestarts": #""T_0": 3, "T_mult": 2"#,
    "torch.CyclicLR": #""base_lr": 0.1, "max_lr": 1, "step_size_up": 3, "mode": "exp_range", "gamma": 0.9"#,
    "torch.OneCycleLR": #""max_lr": 1, "total_steps": 20"#,
    "torch.ReduceLROnPlateau": #""patience": 1, "factor": 0.7, "cooldown": 1"#,
    "keras.PiecewiseConstantDecay": #""boundaries": [3, 7], "values": [1, 0.5, 0.1]"#,
    "keras.ReduceLROnPlateau": #""patience": 2, "factor": 0.7, "min_delta": 0.1"#,
    "keras.LearningRateScheduler": #""schedule": "0.9 ** epoch""#,
    "tf.piecewise_constant": #""boundaries": [3, 7], "values": [1, 0.5, 0.1]"#,
    "tf.StepCosineDecayWithOffset": #""boundaries": [0, 9, 40], "values": [1, 0.5, 0.1]"#,
    "tf.PowerDecayWithOffset": #""initial_learning_rate": 1, "power": -0.5, "offset": 3"#,
    "optax.piecewise_constant_schedule": #""init_value": 1, "boundaries_and_scales": {"3": 0.5, "7": 0.1}"#,
    "optax.contrib.reduce_on_plateau": #""patience": 2, "factor": 0.7, "cooldown": 1"#,
    "torch.SWALR": #""swa_lr": 0.05, "anneal_epochs": 6"#,
    "torch.SequentialLR": #"""
    "milestones": [3, 6], "schedulers": [{"type": "LinearLR", "start_factor": 0.1, "total_iters": 3},
     {"type": "ChainedScheduler", "schedulers": [{"type": "ExponentialLR", "gamma": 0.9}]},
     {"type": "CosineAnnealingWarmRestarts", "T_0": 4}]
    """#,
    "torch.ChainedScheduler": #"""
    "schedulers": [{"type": "ConstantLR", "factor": 0.3, "total_iters": 4},
     {"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 6}]
    """#,
    "shapes.flat-cosine": #""total_steps": 12"#,
    "transformers.reduce_lr_on_plateau": #""patience": 1, "factor": 0.7, "cooldown": 1"#,
    "fvcore.StepParamScheduler": #""num_updates": 10, "values": [0.1, 0.01], "max_iter": 16"#,
    "fvcore.StepWithFixedGammaParamScheduler": #"""
    "base_value": 0.1, "num_decays": 3, "gamma": 0.5, "num_updates": 60, "max_iter": 20
    """#,
    "fvcore.MultiStepParamScheduler": #""values": [0.1, 0.01], "milestones": [5, 20], "max_iter": 20"#,
    "darknet.step": #""step": 4, "scale": 0.1, "burn_in": 2"#,
    "caffe.step": #""gamma": 0.1, "stepsize": 4"#,
    "caffe.multistep": #""gamma": 0.1, "stepvalue": [4, 4, 9]"#,
    "composer.StepScheduler": #""step_size": "3ep", "gamma": 0.3"#,
    "composer.MultiStepScheduler": #""milestones": ["2ep", "5ba"], "gamma": 0.3"#,
    "composer.ConstantScheduler": #""alpha": 0.3, "t_max": "4ba""#,
    "fastai.fit_flat_cos": #""pct_start": 0.05"#,
    "fairseq.triangular": #""max_lr": 3, "lr_period_updates": 6"#,
  ]

  /// Kinds that never change the rate.
  static let constant: Set = [
    "transformers.constant", "optax.constant_schedule", "fvcore.ConstantParamScheduler", "caffe.fixed",
    "fastai.SchedNo", "diffusers.constant", "mmcv.fixed", "mmcv.FlatCosineAnnealing",
    "nemo.T5InverseSquareRootAnnealing",
  ]

  /// The node as it stands in a file.
  static func json(of kind: String) throws -> String {
    let members = try members(of: kind)
    return #"{"type": "\#(kind)"\#(members.isEmpty ? "" : ", ")\#(members)}"#
  }

  /// The parameters, as they stand between the braces.
  static func members(of kind: String) throws -> String {
    if let members = all[kind] { return members }
    return String(try #require(Catalogue.kind(named: kind)).example.dropFirst().dropLast())
  }
}
