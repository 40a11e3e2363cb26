import Diagnostics
import Text

/// A reader of lists and tables that stand in brackets, with commas between their elements.
protocol BracketReader {
  var cursor: Cursor { get set }
  /// What is wrong where neither a comma nor the closing bracket follows an element.
  mutating func missingComma(opened start: Int, closing: Unicode.Scalar) -> Diagnostic
}

extension BracketReader {
  /// Reads the elements in the brackets that open at the cursor, and says where the brackets stand.
  mutating func readElements(
    closing: Unicode.Scalar, _ readElement: (inout Self) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> SourceRange {
    let start = cursor.index
    cursor.index += 1
    while true {
      cursor.skipSpaceAndComments()
      if cursor.take(closing) { return SourceRange(start, cursor.index) }
      let before = cursor.index
      try readElement(&self)
      cursor.skipSpaceAndComments()
      let isSeparated = cursor.take(",") || cursor.peek == UInt8(closing)
      guard isSeparated, cursor.index > before else { throw missingComma(opened: start, closing: closing) }
    }
  }
}
