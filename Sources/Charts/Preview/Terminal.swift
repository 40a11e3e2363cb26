/// What a chart is shown on as text: how much has room there, and which signs and colours it knows.
package struct Terminal: Sendable, Equatable {
  package var columns: Int
  /// `nil` where a text may be as long as it likes.
  package var lines: Int?
  /// Whether it knows more than ASCII.
  package var isUnicode: Bool
  package var isColored: Bool

  package init(columns: Int, lines: Int? = nil, isUnicode: Bool = true, isColored: Bool = false) {
    self.columns = columns
    self.lines = lines
    self.isUnicode = isUnicode
    self.isColored = isColored
  }

  /// A file: the same text wherever it is written.
  package static let file = Terminal(columns: 80)
}
