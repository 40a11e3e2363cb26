import Diagnostics
import Schedules
import Text

/// A finding, where in which text it stands, and how that looks.
struct PlacedFinding: Sendable {
  let finding: Finding
  let place: (line: Int, column: Int)?
  /// The finding under its line of the text.
  let excerpt: String

  init(_ finding: Finding, in source: Source, _ excerpt: Excerpt) {
    self.finding = finding
    place = finding.range.flatMap(source.ownPosition)
    self.excerpt = excerpt.draw(
      finding.message, called: "lint[\(finding.rule.rawValue)]", .warning, at: finding.range, hint: finding.hint)
  }
}
