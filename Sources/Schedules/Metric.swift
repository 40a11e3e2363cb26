package import Diagnostics
import JSON
package import Text

/// What a metric-watching scheduler is shown at the end of each epoch.
package enum Metric: Sendable {
  case constant(Double)
  case values([Double])
  case expression(Expression)
  /// The loss that the schedule itself causes.
  case loss

  /// How many epochs it covers, when it is a list.
  package var count: Int? {
    if case .values(let values) = self { return values.count }
    return nil
  }

  /// The value at the end of an epoch; `nil` beyond the end of a list.
  package func value(at epoch: Int) throws(Diagnostic) -> Double? {
    switch self {
    case .constant(let value): return value
    case .values(let values): return epoch < values.count ? values[epoch] : nil
    case .expression(let expression): return try expression.value(at: Double(epoch))
    case .loss: return nil
    }
  }

  /// Reads a file that a spec names, given relative to the spec.
  package typealias FileReader = (_ path: String) throws(Diagnostic) -> Bytes

  static func read(_ value: Value, readingFiles file: FileReader, _ reading: inout Reading) -> Metric? {
    reading.parameter = "metric"
    switch value.content {
    case .number: return Double.read(value, &reading).map(Metric.constant)
    case .object(let members): return read(members, of: value, readingFiles: file, &reading)
    case .string("loss"): return .loss
    default:
      reading.report(
        Diagnostic(
          .spec, "“metric” is a number, “loss” or an object, not \(value.typeName)", at: value.range,
          hint: hint(for: value)))
      return nil
    }
  }

  /// What a value was meant to be that is none of these.
  private static func hint(for value: Value) -> String {
    switch value.content {
    case .string(let text) where text.ends(with: ".csv") || text.ends(with: ".tsv"):
      "a column of it: {\"csv\": \"\(text)\", \"column\": \"val_loss\"}"
    case .array: "several values are {\"values\": [0.9, 0.8, 0.7]}"
    default: "for example, {\"expression\": \"1 / (epoch + 1)\"}"
    }
  }

  /// The column that a metric is read from.
  static func name(_ value: Value) -> String? {
    guard case .object(let members) = value.content,
      case .string(let name) = members.first(where: { $0.key.isFolded(equalTo: "column") })?.value.content
    else { return nil }
    return name
  }

  private static func read(
    _ members: [Member], of value: Value, readingFiles file: FileReader, _ reading: inout Reading
  ) -> Metric? {
    var fields = Fields(members, of: "a metric", namedAt: value.range.part(0, 1))
    fields.check(against: ["values", "csv", "column", "expression"], as: .spec, noun: "key", &reading)
    let forms = ["values", "csv", "expression"].compactMap { fields[$0] }
    guard forms.count == 1 else {
      reading.report(
        Diagnostic(.spec, "a metric has exactly one of “values”, “csv” and “expression”", at: value.range.part(0, 1)))
      return nil
    }
    if let column = fields["column"], fields["csv"] == nil {
      reading.report(Diagnostic(.spec, "“column” belongs to “csv”", at: column.keyRange))
    }
    if let values = fields["values"] {
      reading.parameter = "values"
      return [Double].read(values.value, &reading).map(Metric.values)
    }
    if let expression = fields["expression"] {
      reading.parameter = "expression"
      return Expression.read(expression.value, &reading).map(Metric.expression)
    }
    return csv(fields, readingFiles: file, &reading)
  }

  private static func csv(_ fields: Fields, readingFiles file: FileReader, _ reading: inout Reading) -> Metric? {
    guard let path = fields["csv"] else { return nil }
    guard let column = fields["column"] else {
      reading.report(Diagnostic(.spec, "“csv” needs a “column”", at: path.keyRange))
      return nil
    }
    reading.parameter = "csv"
    guard let name = String.read(path.value, &reading) else { return nil }
    reading.parameter = "column"
    guard let heading = String.read(column.value, &reading) else { return nil }
    do throws(Diagnostic) {
      return .values(try numbers(inColumn: heading, at: column.value.range, of: try file(name), called: name))
    } catch {
      reading.report(error.located(at: path.value.range))
      return nil
    }
  }

  /// A number as logs have it; a run that has diverged has NaN, which no watcher takes for an improvement.
  private static func number(_ text: String) -> Double? {
    if let number = Decimal.readLoosely(text), number.isFinite { return number }
    return text.lowercasedASCII == "nan" ? .nan : nil
  }

  /// What columns a table has.
  private static func columns(_ headings: [String]) -> String {
    if headings.isEmpty { return "the file is empty" }
    let told = headings.prefix(12).map { "“\($0.abbreviated(to: 40))”" }.joined(by: ", ")
    return "it has \(told)\(headings.count > 12 ? " and \(headings.count - 12) more" : "")"
  }

  /// The numbers of a column; blank cells are skipped, as logs leave them between two evaluations.
  static func numbers(
    inColumn heading: String, at range: SourceRange, of bytes: Bytes, called name: String
  ) throws(Diagnostic) -> [Double] {
    var cells = SeparatedValues(bytes, separator: SeparatedValues.separator(of: bytes))
    let headings = cells.row()
    guard let index = headings.firstIndex(where: heading.isSame) else {
      throw Diagnostic(
        .value, "\(name) has no column “\(heading)”", at: range,
        hint: Diagnostic.suggestion(Nearest.match(for: heading, among: headings)) ?? columns(headings))
    }
    // Cell by cell: a log may be long, and a text of every cell would take twenty times its memory.
    var numbers: [Double] = []
    var (row, column) = (1, 0)
    while let cell = cells.next() {
      if column == 0, cell.endsRow, cell.range.isEmpty { continue }
      if column == index, case let text = cells.trimmedText(of: cell), !text.isEmpty {
        guard let number = number(text) else {
          throw Diagnostic(
            .value, "\(name), row \(row): “\(text)” in column “\(heading)” is not a number",
            hint: text.utf8.contains(UInt8(ascii: ",")) ? "decimals are separated by a point" : nil)
        }
        guard numbers.count < Spec.maximumValues else {
          throw Diagnostic(.value, "\(name) has more than 2·10⁷ values in “\(heading)”", at: range)
        }
        numbers.append(number)
      }
      (row, column) = cell.endsRow ? (row + 1, 0) : (row, column + 1)
    }
    return numbers
  }
}
