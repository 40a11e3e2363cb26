import Curves
import Objectives
import Schedules
import Text

extension Explanation {
  /// More phases or reductions than this are counted, not listed.
  private static let mostLines = 12

  /// The explanation for a person.
  var text: String {
    var text = ([subject.name] + [spec.title].compactMap { $0 }).joined(separator: ": ").visible + "\n"
    // A stranger’s words begin no line: a runner would take `::error::` there for a command.
    if let description = spec.description { text += "Description: \(description.visible)\n" }
    if let origin = spec.origin { text += "Source: \(origin.visible)\n" }
    text += "\(length)\n" + resumesText
    for part in parts {
      text += "\n" + (part.isRate ? rate(part) : loss(part) ?? part.description.range.map { "\($0.visible)\n" } ?? "")
    }
    return text
  }

  /// How long the run is.
  private var length: String {
    guard curve.stepsPerEpoch > 1 else { return curve.rowCount.counted("\(curve.unit)") }
    return spec.timeline.words
  }

  private func rate(_ part: Part) -> String {
    "\(part.description.subject.visible)\n"
      + TextTable.lines(shortened(phases(part)), indentation: 2)
      + TextTable.lines(numbers(part), indentation: 2)
      + TextTable.lines(shortened(part.reductions.map(row)), indentation: 2)
  }

  private func loss(_ part: Part) -> String? {
    guard let loss = part.loss else { return nil }
    return "\(part.description.subject.visible)\n" + TextTable.lines(loss.numbers(place), indentation: 2)
      + TextTable.lines(part.finder.map(rows) ?? [], indentation: 2)
      + (loss.remarks + (part.finder == nil ? [] : [RateFinder.remark])).map { "  \($0)\n" }.joined()
  }

  /// A range test's end and suggestions.
  private func rows(_ finder: RateFinder) -> [[String]] {
    let suggestions = [
      ("valley", finder.valley), ("steep", finder.steep), ("minimum / 10", finder.minimum), ("slide", finder.slide),
    ]
    return [
      ["range test stops", "at a rate of \(Significant.text(finder.last))", "after \(finder.count.counted("step"))"]
    ]
      + suggestions.compactMap { name, rate in
        rate.map {
          ["fastai’s \(name)", Significant.text($0), "an explanation of the method, no advice for a network"]
        }
      }
  }

  private func phases(_ part: Part) -> [[String]] {
    part.description.explained.map { span in
      let (first, last) = (span.phase.start, span.end - 1)
      let unit = curve.unit
      let rows = first == last ? "\(unit) \(first)" : "\(unit)s \(first) to \(last)"
      let words = [part.description.leap(into: span), part.description.describe(span, isFirst: true)].compactMap { $0 }
      return [rows, span.phase.label, words.joined(separator: ", then ")]
    }
  }

  private func numbers(_ part: Part) -> [[String]] {
    let summary = part.summary
    func row(_ name: String, _ point: Summary.Point?) -> [[String]] {
      point.map { [[name, Significant.text($0.value), place($0.row)]] } ?? []
    }
    return row("first", summary.first) + row("peak", summary.peak) + row("minimum", summary.minimum)
      + row("final", summary.final) + row("reaches half of the peak", summary.halfUp)
      + row("falls below half of it", summary.halfDown)
      + [
        ["mean", Significant.text(summary.mean)],
        ["area", Significant.text(summary.area), "the sum over \(curve.rowCount.counted("step"))"],
      ]
  }

  private func row(_ reduction: Reduction) -> [String] {
    [
      "reduced to", Significant.text(reduction.to), place(reduction.row),
      reduction.metric.map { "after a metric of \(Significant.text($0))" + best(of: reduction) } ?? "",
    ]
  }

  /// The best value so far, and how many values since were no better.
  private func best(of reduction: Reduction) -> String {
    guard let best = reduction.best else { return "" }
    let since = (reduction.row - 1) / curve.stepsPerEpoch - best.epoch
    return "; the best was \(Significant.text(best.value)) at epoch \(best.epoch), \(since.counted("value")) before it"
  }

  /// The rows, or as many as one reads.
  private func shortened(_ rows: [[String]]) -> [[String]] {
    guard rows.count > Self.mostLines else { return rows }
    return rows.prefix(Self.mostLines) + [["and \(rows.count - Self.mostLines) more"]]
  }

  private func place(_ row: Int) -> String {
    guard curve.stepsPerEpoch > 1 else { return "\(curve.unit) \(row)" }
    return "step \(row), epoch \(row / curve.stepsPerEpoch)"
  }

}
