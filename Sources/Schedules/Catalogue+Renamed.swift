import Text

/// Names that people know kinds by elsewhere.
extension Catalogue {
  /// The kind’s own name, where another one is used: `get_cosine_schedule_with_warmup`, `hf.cosine`.
  package static func renamed(_ name: String) -> String? {
    if let own = transformers[name] { return kind(named: "transformers.\(own)")?.fullName }
    for alias in ["hf.", "huggingface."] where name.begins(with: alias) {
      return kind(named: "transformers.\(name.dropping(first: alias.utf8.count))")?.fullName
    }
    return nil
  }

  /// What `transformers.get_scheduler` calls the functions of its module.
  private static let transformers = [
    "get_constant_schedule": "constant",
    "get_constant_schedule_with_warmup": "constant_with_warmup",
    "get_linear_schedule_with_warmup": "linear",
    "get_cosine_schedule_with_warmup": "cosine",
    "get_cosine_with_hard_restarts_schedule_with_warmup": "cosine_with_restarts",
    "get_cosine_with_min_lr_schedule_with_warmup": "cosine_with_min_lr",
    "get_cosine_with_min_lr_schedule_with_warmup_lr_rate": "cosine_warmup_with_min_lr",
    "get_polynomial_decay_schedule_with_warmup": "polynomial",
    "get_inverse_sqrt_schedule": "inverse_sqrt",
    "get_wsd_schedule": "warmup_stable_decay",
    "get_reduce_on_plateau_schedule": "reduce_lr_on_plateau",
  ]
}
