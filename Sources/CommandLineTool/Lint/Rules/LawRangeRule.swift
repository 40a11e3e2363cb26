import Curves
import Schedules
import Text

/// A loss that is predicted by a law far from the runs that its constants were fitted to.
enum LawRangeRule {
  static func findings(in curve: Curve, of spec: Spec) -> [Finding] {
    spec.plans.flatMap { plan -> [Finding] in
      let rates = curve.columns(of: .lr).filter { $0.curve.isSame(as: plan.name) }
      guard let objective = plan.objective, objective.isLaw, rates.indices.contains(objective.group) else { return [] }
      let fit = LawFit(of: objective, rates[objective.group].values)
      guard let preset = fit.preset else { return [] }
      func finding(_ message: String, _ hint: String) -> Finding {
        Finding(rule: .range, message: message, hint: hint, range: objective.range, owner: objective.range)
      }
      var found: [Finding] = []
      if fit.isPeakOutside {
        let (low, high) = (Significant.text(fit.peaks.lowerBound), Significant.text(fit.peaks.upperBound))
        found.append(
          finding(
            "the largest rate is \(Significant.text(fit.peak)), and \(preset.name) was fitted at "
              + "\(Significant.text(preset.peak)): what it predicts means nothing",
            "a largest rate between \(low) and \(high), or constants of a fit of your own"))
      }
      if fit.isLengthOutside {
        found.append(
          finding(
            "the run has \(fit.count) updates, and \(preset.name) was fitted to runs of \(preset.steps)",
            "a run of \(fit.lengths.lowerBound) to \(fit.lengths.upperBound) updates, or constants of a fit of your own"
          ))
      }
      return found
    }
  }
}
