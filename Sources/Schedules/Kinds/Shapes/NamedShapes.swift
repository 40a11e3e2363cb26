extension Family {
  static let shapes = Family(name: "shapes", title: "Named shapes", isDefault: true, interval: .step) {
    NamedShapes.kinds
  }
}

/// Schedules that papers gave a name, and that belong to no framework.
///
/// They are stepped every step, as the runs they come from are; a node may say `"interval": "epoch"`. They have one
/// vocabulary (`ShapeParameters.swift`) and one rule of counting: the total includes the warm-up, the peak is at step
/// `warmup_steps`, step t < `total_steps` has the shape at (t − warm-up) / (total − warm-up), so that the last update of a
/// run is one step short of the end, and from `total_steps` on the end is held.
enum NamedShapes {
  /// What the letters in formulas mean: a last line for them.
  static let letters =
    "\nb base rate, s start_ratio, W warmup_steps, H hold_steps, D decay_steps, T total_steps, m min_ratio"

  static let kinds: [Kind] = [
    CosineWarmup.kind,
    FlatCosine.kind,
    LinearToZero.kind,
    Poly.kind,
    OneMinusSqrt.kind,
    Rex.kind,
    TanhDecay.kind,
    KDecay.kind,
    HyperbolicLR.kind,
    ExpHyperbolicLR.kind,
    WarmupStableDecay.kind,
    Trapezoid.kind,
    SimplifiedWSD.kind,
    InfiniteLR.kind,
    DeepSeekMultiStep.kind,
    DeepSeekV3.kind,
    Noam.kind,
    NoamHold.kind,
    InverseSqrt.kind,
    PowerScheduler.kind,
    Eden.kind,
    SlantedTriangular.kind,
    Sawtooth.kind,
    FractalChebyshev.kind,
    RangeTest.kind,
    NewBob.kind,
  ]
}
