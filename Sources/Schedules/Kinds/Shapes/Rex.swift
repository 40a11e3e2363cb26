/// Stays high for long, and falls steeply in the end.
enum Rex {
  static let kind = Kind(
    "rex", .shapes,
    "Stays high for long, and falls steeply in the end: reflected exponential.",
    formula: Descent.formula("(1 − p)/(1 − p/2)"),
    differs: "Lies above the line where an exponential decay lies below it. Here \(Descent.counting)",
    source: "Chen et al. 2021, arXiv:2107.04197.",
    example: #"{"total_steps": 1000}"#
  ) {
    Declaration(descent: { (1 - $0) / (0.5 + 0.5 * (1 - $0)) })
  }
}
