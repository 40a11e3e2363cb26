import Diagnostics

extension Optax {
  /// Rises to a peak and falls far below the start, along two half cosine waves.
  ///
  /// Through peak/div at 0, peak at ⌊pct_start·N⌋ and peak/(div·final_div)·… at N; points that fall on one step are one,
  /// the later of them. Source: `optax.cosine_onecycle_schedule`, 0.2.8; arXiv:1708.07120.
  struct CosineOnecycleSchedule: AbsoluteRule {
    private let knots: Knots

    init(
      steps: Double, peak: Double, start: Double, divFactor: Double, finalDivFactor: Double
    ) throws(Diagnostic) {
      let initial = try OneCycle.quotient(peak, divFactor, "div_factor")
      knots = try OneCycle.knots(
        .cosine, from: initial,
        through: [
          ((start * steps).rounded(.towardZero), divFactor),
          (steps.rounded(.towardZero), try OneCycle.quotient(1, divFactor * finalDivFactor, "final_div_factor")),
        ])
    }

    static let kind = Kind(
      "cosine_onecycle_schedule", short: "cosine-onecycle", .optax,
      "Rises to a peak and falls far below the start, along half cosines.",
      formula: """
        peak_value/div_factor at 0, peak_value at ⌊pct_start·N⌋,
        peak_value/(div_factor·final_div_factor) at N = transition_steps, half cosines between
        """,
      differs: """
        The end is the start divided by final_div_factor, as in torch’s OneCycleLR, and is held. The peak is at a whole step, \
        one later than torch’s. Momentum is not driven.
        """,
      source: "`optax.cosine_onecycle_schedule`, 0.2.8; arXiv:1708.07120.",
      example: #"{"transition_steps": 90, "peak_value": 0.1}"#
    ) {
      Declaration(
        rule: Parameter("transition_steps", in: .above(0), "Steps of the whole cycle."),
        Parameter("peak_value", "The peak."),
        Parameter("pct_start", default: 0.3, "The part of the cycle after which the peak is reached."),
        Parameter("div_factor", default: 25, in: .above(0), "The first rate is peak_value / div_factor."),
        Parameter(
          "final_div_factor", default: 1e4, in: .above(0), "The last rate is the first one / final_div_factor."),
        make: CosineOnecycleSchedule.init)
    }

    func value(at count: Double) -> Double { knots.value(at: count) }

    var length: Double? { knots.length }
    var phases: [Phase] { knots.phases }
  }
}
