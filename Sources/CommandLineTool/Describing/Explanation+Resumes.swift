import Curves
import JSON
import Schedules
import Text

extension Explanation {
  /// What happens at each interruption of the run, a sentence or a few.
  var resumesText: String {
    zip(ResumePointDescription.of(curve), spec.resumes.indices).map { point, index in
      let unit = curve.unit
      var sentences = ["resumed at \(unit) \(point.row) (\(point.way.rawValue)): \(point.words)"]
      let rates = curve.columns(of: .lr).first?.values ?? []
      if let stale = point.stale {
        let whose = rates[stale] == point.before ? "the old plan’s" : "neither plan’s rate,"
        sentences.append("\(unit) \(stale) still runs at \(whose) \(Significant.text(rates[stale]))")
      }
      if let start = point.holdsFrom {
        sentences.append("from \(unit) \(start) on it is the new plan")
      } else if point.planned != nil {
        sentences.append("it never follows the new plan")
      }
      sentences += OverriddenValue.all(in: spec, at: index, curve).map(\.words)
      return sentences.map { "\($0.visible)\n" }.enumerated().map { $0 == 0 ? $1 : "  \($1)" }.joined()
    }.joined()
  }

  /// The same for a machine; nothing of a run that is not interrupted.
  var resumes: [(key: String, value: Value)] {
    if spec.resumes.isEmpty { return [] }
    let values = zip(ResumePointDescription.of(curve), spec.resumes.indices).map { point, index in
      Value.object([
        ("at", .integer(point.row)), ("restore", .text(point.way.rawValue)), ("before", .decimal(point.before)),
        ("after", .decimal(point.after)), ("planned", .decimal(point.planned ?? .nan)),
        ("ratio", .decimal(point.ratio ?? .nan)), ("stale", point.stale.map(Value.integer) ?? Value(.null)),
        ("follows_from", point.holdsFrom.map(Value.integer) ?? Value(.null)),
        (
          "ignored",
          Value(
            .array(
              OverriddenValue.all(in: spec, at: index, curve).map {
                .object([("path", .text($0.dotted)), ("value", $0.value), ("checkpoint", $0.winner ?? Value(.null))])
              }))
        ),
      ])
    }
    return [("resumes", Value(.array(values)))]
  }
}
