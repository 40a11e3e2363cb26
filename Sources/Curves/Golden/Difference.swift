/// What has become of a curve since its golden was made.
package struct Difference: Sendable {
  /// A value that is not what it was.
  package struct Change: Sendable, Equatable {
    package let step: Int
    package let heading: String
    /// NaN for a blank, as in `actual`.
    package let golden: Double
    package let actual: Double
  }

  /// What makes the tables two different ones.
  package internal(set) var mismatches: [Mismatch] = []
  /// The first changes, in the order of the rows.
  package internal(set) var changes: [Change] = []
  /// How many rows hold a change, and how many were compared.
  package internal(set) var rows = (differing: 0, compared: 0)
  /// What the changes have in common, if that has a name.
  package internal(set) var pattern: Pattern?

  var isEmpty: Bool { mismatches.isEmpty && changes.isEmpty }
}
