/// Warms up, and falls along a line to zero.
enum LinearToZero {
  static let kind = Kind(
    "linear-to-zero", .shapes,
    "Warms up, and falls along a line to zero (D2Z).",
    formula: Descent.formula("1 − p"),
    differs:
      "LinearLR neither gets to zero by its ratio nor warms up by itself; transformers.linear is the same shape. "
      + "Here \(Descent.counting) With a min_ratio above 0 it is the lowered line.",
    source: "Bergsma et al. 2025, arXiv:2502.15938; as budgeted training Li et al. 2020, arXiv:1905.04753.",
    example: #"{"total_steps": 1000, "warmup_steps": 100}"#
  ) {
    Declaration(descent: Fall.linear)
  }
}
