import Diagnostics

extension Family {
  static let darknet = Family(name: "darknet", title: "Darknet", interval: .step) { Darknet.kinds }
}

/// The policies of Darknet, with the options of a configuration's `[net]` section.
///
/// Source: `get_current_rate` of AlexeyAB/darknet, 59596d7. `random` is left out, because nobody can say what it draws.
/// Row t is the rate of batch t, though the first update that Darknet does counts as batch 1. Darknet computes in single
/// precision; this is the same in double.
enum Darknet {
  static let kinds: [Kind] = [
    Constant.kind,
    Step.kind,
    Steps.kind,
    Exp.kind,
    Poly.kind,
    Sigmoid.kind,
    SGDR.kind,
  ]
}
