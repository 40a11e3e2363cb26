import Diagnostics
import JSON
import Text

/// The metric that a command line gives: a number or several, a column of a file, or an expression.
extension LineDocument {
  func metric(_ argument: CommandLine.Argument) throws(Diagnostic) -> Value {
    if Decimal.readLoosely(argument.text) != nil { return argument.number() }
    // The loss that the schedule itself causes.
    if argument.text == "loss" { return argument.string }
    let pieces = argument.pieces()
    if pieces.count > 1, pieces.allSatisfy({ Decimal.readLoosely($0.text) != nil }) {
      let values = Value(.array(pieces.map { $0.number() }), at: argument.range)
      return Value(.object([member("values", values)]), at: argument.range)
    }
    let bytes = Array(argument.text.utf8)
    let markers = [Array(".csv:".utf8), Array(".tsv:".utf8)]
    let length = markers[0].count
    if bytes.count >= length,
      let start = (0...(bytes.count - length)).first(where: { markers.contains(Array(bytes[$0..<($0 + length)])) })
    {
      let path = argument.part(from: 0, to: start + length - 1)
      let column = argument.part(from: start + length)
      return Value(.object([member("csv", path.string), member("column", column.string)]), at: argument.range)
    }
    if argument.text.ends(with: ".csv") || argument.text.ends(with: ".tsv") {
      throw Diagnostic(
        .usage, "“\(argument.text)” names a file, but none of its columns", at: argument.range,
        hint: "for example, --metric \(argument.text):val_loss")
    }
    if bytes.first?.isLetter == true, bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }),
      !["epoch", "step", "x", "e", "pi"].contains(argument.text)
    {
      throw Diagnostic(
        .usage, "“\(argument.text)” is neither a number nor an expression of the epoch", at: argument.range,
        hint: "for a column of a log: --metric run.csv:\(argument.text)")
    }
    return Value(.object([member("expression", argument.string)]), at: argument.range)
  }
}
