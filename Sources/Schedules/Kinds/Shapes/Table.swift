import Diagnostics
import JSON

extension NamedShapes {
  /// A value for each step, from a list or from a file.
  enum Table {
    private enum After: String, Choice { case hold, error, cycle }

    /// Read by hand, as a file takes the place of a list.
    static var declaration: Declaration {
      let values = Parameter<[Double]?>("values", default: nil, "The value of each step.")
      let csv = Parameter<String?>("csv", default: nil, "A CSV file that has them, relative to the schedule.")
      let column = Parameter<String?>("column", default: nil, "The column of the file; blank cells are skipped.")
      let after = Parameter("after", default: After.hold, "What follows the last value.")
      let all = [values.description, csv.description, column.description, after.description, absolute.description]
      return Declaration(parameters: all) { fields, reading in
        let list = values.read(from: fields, &reading)
        let (path, heading) = (csv.read(from: fields, &reading), column.read(from: fields, &reading))
        let (after, isAbsolute) = (after.read(from: fields, &reading), absolute.read(from: fields, &reading))
        guard let list, let path, let heading, let after, let isAbsolute else { return nil }
        if let column = fields["column"], heading != nil, path == nil {
          reading.report(Diagnostic(.param, "“column” belongs to “csv”", at: column.keyRange))
          return nil
        }
        // What is missing has been reported.
        if list == nil, path == nil { return nil }
        var table = list ?? []
        if let path, list == nil {
          guard let read = Table.column(heading, of: path, fields, &reading) else { return nil }
          table = read
        }
        guard !table.isEmpty else {
          let place = (fields["values"] ?? fields["csv"])?.value.range
          reading.report(Diagnostic(.value, "a table needs at least one value", at: place ?? fields.nameRange))
          return nil
        }
        return LawScheduler(law(of: table, after, isAbsolute))
      }.requiring(.oneOf("values", "csv"))
    }

    private static func column(
      _ heading: String?, of path: String, _ fields: Fields, _ reading: inout Reading
    ) -> [Double]? {
      guard let heading, let column = fields["column"] else {
        let place = fields["csv"]?.keyRange ?? fields.nameRange
        reading.report(Diagnostic(.param, "“csv” needs a “column”", at: place))
        return nil
      }
      do throws(Diagnostic) {
        return try Metric.numbers(
          inColumn: heading, at: column.value.range, of: try reading.contents(of: path), called: path)
      } catch {
        reading.report(error.located(at: fields["csv"]?.value.range ?? fields.nameRange))
        return nil
      }
    }

    private static func law(of table: [Double], _ after: After, _ isAbsolute: Bool) -> Law {
      Law(length: Double(table.count), .unknown) { (step, base) throws(Diagnostic) in
        var index = max(0, step)
        if index >= table.count {
          switch after {
          case .hold: index = table.count - 1
          case .cycle: index %= table.count
          case .error:
            throw Diagnostic(
              .run, "step \(step) has no value: the table ends after \(table.count)",
              hint: "shorten the run, or set “after” to hold or cycle")
          }
        }
        return isAbsolute ? table[index] : base * table[index]
      }
    }
  }
}
