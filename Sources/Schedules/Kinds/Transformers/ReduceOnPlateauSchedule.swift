/// torch's `ReduceLROnPlateau` under the name that `get_scheduler` has for it.
enum ReduceOnPlateauSchedule {
  static let kind = Kind(
    "reduce_lr_on_plateau", .transformers,
    "Multiplies the rate by a factor when a metric stops improving: torch's ReduceLROnPlateau.",
    formula: "lr = max(lr * factor, min_lr)    after more than patience epochs that were not better",
    differs: "No difference from torch's: it does not warm up, whatever num_warmup_steps says. The Trainer steps it at "
      + "each evaluation, here the end of an epoch.",
    source: "`transformers.get_scheduler(\"reduce_lr_on_plateau\")`, 5.23.0.",
    example: #"{"patience": 5, "factor": 0.5}"#
  ) {
    Declaration(ignoringLengthsOf: ReduceLROnPlateau.kind.declaration)
  }
}
