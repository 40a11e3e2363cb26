import Diagnostics
import Text

/// Takes the readings of a log, one after the other.
struct LogBuilder {
  /// More values than these would fill the memory.
  private static let mostValues = 20_000_000
  private static let mostColumns = 256

  private struct Column {
    let name: Bytes
    var values: [Double] = []
    var evidence = LogPrecision.Evidence()
  }

  let form: LogForm
  let options: Log.Options
  private let end: Int
  var unit = Log.Unit.step
  /// Whether rates are written for people.
  var isText = false
  private(set) var steps: [Int] = []
  private(set) var epochs: [Int] = []
  private var places: [Int] = []
  private var columns: [Column] = []
  var withoutRate = 0
  var unreadable = 0
  var tornAt: Int?
  var total: Int?
  var skippedUpdates = 0
  /// Where the last number ends.
  private var lastEnd = 0
  private var problem: Diagnostic?

  init(_ form: LogForm, _ options: Log.Options, end: Int) {
    self.form = form
    self.options = options
    self.end = end
  }

  var count: Int { steps.count }
  var columnCount: Int { columns.count }

  /// Begins a reading, which has no values yet.
  mutating func begin(step: Int, epoch: Int? = nil, at place: Int) {
    guard problem == nil else { return }
    guard steps.count * max(1, columns.count) < Self.mostValues else {
      problem = Diagnostic(.import, "the log has more than 2·10⁷ rates", at: SourceRange(place, place + 1))
      return
    }
    if steps.isEmpty {
      // Short lines have sixty bytes; memory that is not needed is never touched.
      let likely = min(end / 64, 2_000_000) + 16
      steps.reserveCapacity(likely)
      places.reserveCapacity(likely)
    }
    steps.append(step)
    places.append(place)
    if let epoch { epochs.append(epoch) }
    for index in columns.indices { columns[index].values.append(.nan) }
  }

  /// Sets the value of a column in the reading that was begun.
  mutating func set(_ column: Int, _ number: LogNumber, in text: LogText) {
    guard problem == nil, columns.indices.contains(column), !steps.isEmpty else { return }
    columns[column].values[steps.count - 1] = number.value
    columns[column].evidence.add(number, lastByte: text.bytes[number.end - 1])
    lastEnd = max(lastEnd, number.end)
  }

  /// Adds a reading of one value.
  mutating func add(
    _ number: LogNumber, to column: Int, step: Int, epoch: Int? = nil, at place: Int, in text: LogText
  ) {
    begin(step: step, epoch: epoch, at: place)
    set(column, number, in: text)
  }

  /// The column with a given name, made when it is new; `nil` when there are too many.
  mutating func column(_ range: Range<Int>, in text: LogText) -> Int? {
    for index in columns.indices where columns[index].name.count == range.count {
      if columns[index].name.elementsEqual(text.bytes[range]) { return index }
    }
    return column(named: Bytes(text.bytes[range]))
  }

  mutating func column(_ name: StaticString) -> Int {
    for index in columns.indices where columns[index].name.count == name.utf8CodeUnitCount {
      if name.withUTF8Buffer({ $0.elementsEqual(columns[index].name) }) { return index }
    }
    return column(named: name.withUTF8Buffer { Bytes($0) }) ?? 0
  }

  /// The column of a heading.
  mutating func column(named name: String) -> Int? { column(named: Bytes(name.utf8)) }

  /// A new column.
  private mutating func column(named name: Bytes) -> Int? {
    guard columns.count < Self.mostColumns, (columns.count + 1) * steps.count < Self.mostValues else {
      problem = problem ?? Diagnostic(.import, "the log has more columns of rates than can be compared")
      return nil
    }
    var column = Column(name: name)
    if steps.isEmpty { column.values.reserveCapacity(min(end / 64, 2_000_000) + 16) }
    column.values += Array(repeating: .nan, count: steps.count)
    columns.append(column)
    return columns.count - 1
  }

  /// Replaces the steps by what is known of them only now.
  mutating func number(_ steps: [Int]) {
    guard steps.count == self.steps.count else { return }
    self.steps = steps
  }

  mutating func fail(_ problem: Diagnostic) { self.problem = self.problem ?? problem }

  /// What has been read.
  func log() throws(Diagnostic) -> Log {
    if let problem { throw problem }
    let filled = columns.filter { column in column.values.contains { !$0.isNaN } }
    guard !filled.isEmpty else {
      let what = options.column.map { "no rate “\($0)”" } ?? "no learning rate"
      throw Diagnostic(
        .import, "there is \(what) in this log of \(form.name)", at: SourceRange(0, min(1, end)), hint: hint)
    }
    return Log(
      form: form, unit: unit, steps: steps, epochs: epochs.count == steps.count ? epochs : [],
      columns: filled.map {
        Log.Column(
          name: $0.name.text, values: $0.values, precision: $0.evidence.precision(in: form, isText: isText))
      }, places: places, withoutRate: withoutRate, unreadable: unreadable, tornAt: tornAt,
      lastMayBeCut: tornAt == nil && lastEnd == end && isCutAnywhere, total: total, skippedUpdates: skippedUpdates)
  }

  /// Whether a log may end in a number: all but an object, which is closed.
  private var isCutAnywhere: Bool { form != .trainerState }

  private var hint: String? {
    switch form {
    case .keras: "CSVLogger writes it only beside LearningRateScheduler or ReduceLROnPlateau"
    case .lightning: "LearningRateMonitor logs it"
    default: "--log-form says whose it is, --column which column has the rate"
    }
  }
}
