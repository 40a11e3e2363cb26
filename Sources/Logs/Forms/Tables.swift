import Diagnostics
import Text

extension LogBuilder {
  /// A log of separated values.
  mutating func readTable(_ bytes: Bytes) throws(Diagnostic) {
    var table = LogTable(bytes)
    guard let roles = TableRoles(form, table.headings, wanted: options.column) else {
      throw Diagnostic(
        .import, missing(in: table.headings), at: SourceRange(0, 1), hint: hint(among: table.headings))
    }
    let text = table.text
    table.want([roles.step] + roles.rates)
    let names = roles.rates.map { table.headings[$0] }
    let columns = names.compactMap { column(named: $0) }
    guard columns.count == names.count else { return }
    while table.next() {
      if table.isTorn {
        tornAt = table.start
        break
      }
      readRow(table.cells, columns, at: table.start, in: text)
    }
    if roles.countsEpochs { unit = .epoch }
    if form == .ultralytics {
      let countsFromZero = steps.min() == 0 || names.contains { $0.lowercasedASCII.begins(with: "x/") }
      unit = .endOfEpoch(first: countsFromZero ? 0 : 1)
    }
  }

  private mutating func readRow(_ cells: [Range<Int>], _ columns: [Int], at start: Int, in text: LogText) {
    guard let first = cells.first else { return }
    var (isBegun, isAnyFilled) = (false, false)
    for (slot, column) in columns.enumerated() {
      let cell = cells[slot + 1]
      if cell.isEmpty { continue }
      isAnyFilled = true
      guard let number = text.wholeNumber(cell) else { continue }
      if !isBegun {
        guard let step = text.wholeNumber(first).flatMap({ Int(exactly: $0.value) }), step >= 0 else { break }
        begin(step: step, at: start)
        isBegun = true
      }
      set(column, number, in: text)
    }
    if isBegun { return }
    if !isAnyFilled {
      withoutRate += 1
    } else if !isHeader(first, in: text) {
      unreadable += 1
    }
  }

  /// Whether the header stands here again, as in files that were appended to.
  private func isHeader(_ cell: Range<Int>, in text: LogText) -> Bool {
    guard let byte = cell.first else { return false }
    return text.bytes[byte].isLetter && text.wholeNumber(cell) == nil
  }

  private func missing(in headings: [String]) -> String {
    if let column = options.column { return "the log has no column “\(column)”" }
    if TableRoles(form, headings, wanted: headings.last) == nil {
      return "a log of \(form.name) has a column of steps or epochs, and this has none"
    }
    return "the log has no column with a learning rate"
  }

  private func hint(among headings: [String]) -> String {
    let near = options.column.flatMap { Nearest.match(for: $0, among: headings) }
    let shown = headings.prefix(12).map { "“\($0)”" }.joined(by: ", ")
    return Diagnostic.suggestion(near)
      ?? "it has \(shown)\(headings.count > 12 ? " …" : ""); --column NAME says which it is"
  }
}

extension LogText {
  /// The number that a cell is, from end to end.
  func wholeNumber(_ cell: Range<Int>) -> LogNumber? {
    guard let number = LogNumber(bytes, from: cell.lowerBound, to: cell.upperBound), number.end == cell.upperBound
    else { return nil }
    return number
  }
}

extension LogBuilder {
  /// Reads `[[wall time, step, value], …]`, as TensorBoard gives a scalar as JSON.
  mutating func readScalars(_ bytes: Bytes) {
    let text = LogText(bytes)
    var place = text.skippingSpace(text.index, to: text.end) + 1
    while let start = text.find("[", in: min(place, text.end)..<text.end) {
      guard let scalar = text.scalar(at: start) else {
        tornAt = start
        return
      }
      add(scalar.value, to: column("Value"), step: scalar.step, at: start, in: text)
      place = scalar.end
    }
  }
}

extension LogText {
  /// The step and the value of `[wall time, step, value]`.
  func scalar(at start: Int) -> (step: Int, value: LogNumber, end: Int)? {
    guard let end = find("]", in: start..<min(self.end, start + 200)), let first = place(after: ",", in: start..<end),
      let step = integer(at: first, to: end), let second = place(after: ",", in: first..<end),
      let value = number(at: second, to: end), number(at: start + 1, to: first) != nil
    else { return nil }
    return (step.value, value, end)
  }
}
