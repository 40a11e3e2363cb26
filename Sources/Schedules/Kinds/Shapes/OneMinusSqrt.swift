/// Falls fast at first, then slower, through the whole of its total.
enum OneMinusSqrt {
  static let kind = Kind(
    "one-minus-sqrt", .shapes,
    "Falls as one minus the square root of the progress.",
    formula: Descent.formula("1 − √p"),
    differs: "Falls from the peak on; `wsd` has the same shape behind a flat stretch. Here \(Descent.counting)",
    source: "Hägele et al. 2024, arXiv:2405.18392.",
    example: #"{"total_steps": 1000, "warmup_steps": 50}"#
  ) {
    Declaration(descent: Fall.oneMinusSquareRoot)
  }
}
