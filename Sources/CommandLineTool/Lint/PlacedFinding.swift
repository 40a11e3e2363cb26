import Diagnostics
import Text

/// A finding, where in which text it stands, and how that looks.
struct PlacedFinding: Sendable {
  let finding: Finding
  let place: (line: Int, column: Int)?
  /// The finding under its line of the text.
  let excerpt: String

  init(_ finding: Finding, in source: Source, _ excerpt: Excerpt) {
    self.finding = finding
    place = finding.range.flatMap { range in
      let owner = source.owner(of: range)
      // What an option says stands in no file.
      return owner.source.name == source.name ? owner.source.position(of: owner.range.lower) : nil
    }
    self.excerpt = excerpt.draw(
      finding.message, called: "lint[\(finding.rule.rawValue)]", .warning, at: finding.range, hint: finding.fix)
  }
}
