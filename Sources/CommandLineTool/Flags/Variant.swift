import Diagnostics
import Text

/// A command line with one value chosen for everything that it sweeps.
struct Variant {
  /// More curves than this cannot be told apart.
  static let most = 64

  /// What its curve is called: `gamma=0.9`.
  let name: String
  let line: ParsedLine

  static func tooMany(at range: SourceRange, of line: CommandLine) -> Failure {
    line.failure(
      "the sweeps make more than \(most) curves", at: range, hint: "so many cannot be told apart in a picture")
  }

  /// Every combination of the values that a line sweeps, the last one changing fastest; nothing when it sweeps nothing.
  static func all(of line: ParsedLine) throws(Failure) -> [Variant] {
    let sweeps = line.sweeps
    guard let last = sweeps.last else { return [] }
    var combinations: [[Int]] = [[]]
    for sweep in sweeps {
      guard combinations.count * sweep.values.count <= most else {
        throw tooMany(at: last.name.range, of: line.line)
      }
      combinations = combinations.flatMap { start in sweep.values.indices.map { start + [$0] } }
    }
    let labels = sweeps.map(\.label)
    // Two paths with the same last key are distinguished by the whole of them.
    let names = zip(sweeps, labels).map { sweep, label in
      labels.count { $0 == label } > 1 ? sweep.name.text : label
    }
    var variants: [Variant] = []
    for choices in combinations {
      let parts = zip(names, zip(sweeps, choices)).map { "\($0)=\($1.0.values[$1.1].text)" }
      variants.append(Variant(name: parts.joined(separator: " "), line: try line.choosing(choices)))
    }
    return variants
  }
}
