import Text

/// What the rows of a log in JSON call what they hold.
struct JSONRows {
  let step: StaticString
  var otherStep: StaticString = "\u{0}"
  var rates: [StaticString] = ["lr"]
  var total: StaticString = "\u{0}"
  /// Whether names that end in `.lr` are rates: those of several optimizers.
  var takesSuffix = false
  /// Whether a row counts only in the mode “train”, and by its epoch and iteration.
  var isByEpoch = false

  static let history = JSONRows(step: "step", otherStep: "global_step", rates: ["learning_rate", "lr"])
  static let trainerLog = JSONRows(step: "current_steps", rates: ["lr", "learning_rate"], total: "total_steps")
  static let mmengine = JSONRows(step: "step", otherStep: "iter", takesSuffix: true)
  static let mmcv = JSONRows(step: "iter", isByEpoch: true)
  static let detectron2 = JSONRows(step: "iteration")
}

extension LogBuilder {
  /// A log of one JSON object a line.
  mutating func readJSONLines(_ bytes: Bytes, _ rows: JSONRows) {
    var text = LogText(bytes)
    if rows.isByEpoch { unit = .stepOfEpoch }
    while let line = text.nextLine() {
      let start = text.skippingBlanks(line.lowerBound, to: line.upperBound)
      guard start < line.upperBound, bytes[start] == UInt8(ascii: "{") else { continue }
      if readRow(text, at: start, to: line.upperBound, rows) == nil {
        if text.index >= text.end { tornAt = start } else { unreadable += 1 }
      }
    }
  }

  /// Reads an object, and returns where it ends, or `nil` when it does not.
  mutating func readRow(_ text: LogText, at start: Int, to end: Int, _ rows: JSONRows) -> Int? {
    var members = JSONMembers(of: text, at: start, to: end)
    var (step, other, epoch): (Int?, Int?, Int?) = (nil, nil, nil)
    var isTraining = true
    var (rate, moreRates): ((key: Range<Int>, value: Range<Int>)?, [(key: Range<Int>, value: Range<Int>)]) = (nil, [])
    while let member = members.next(in: text) {
      let (key, value) = member
      if text.isAt(key, rows.step) {
        step = text.whole(value)
      } else if text.isAt(key, rows.otherStep) {
        other = text.whole(value)
      } else if text.isAt(key, rows.total) {
        total = text.whole(value) ?? total
      } else if rows.isByEpoch, text.isAt(key, "epoch") {
        epoch = text.whole(value)
      } else if rows.isByEpoch, text.isAt(key, "mode") {
        isTraining = text.isAt(value, "\"train\"")
      } else if isRate(key, rows, text) {
        if rate == nil { rate = member } else { moreRates.append(member) }
      }
    }
    guard !members.isBroken else { return nil }
    guard let first = rate, isTraining else {
      withoutRate += 1
      return members.place
    }
    guard let step = step ?? other, !rows.isByEpoch || epoch != nil else {
      unreadable += 1
      return members.place
    }
    if moreRates.isEmpty, let number = text.number(at: first.value.lowerBound, to: first.value.upperBound) {
      if let column = column(first.key, in: text) {
        add(number, to: column, step: step, epoch: epoch, at: start, in: text)
      }
    } else {
      take([first] + moreRates, step: step, epoch: epoch, at: start, in: text)
    }
    return members.place
  }

  private func isRate(_ key: Range<Int>, _ rows: JSONRows, _ text: LogText) -> Bool {
    if let column = options.column { return text.bytes[key].elementsEqual(column.utf8) }
    if rows.rates.contains(where: { text.isAt(key, $0) }) { return true }
    guard rows.takesSuffix, key.count > 3 else { return false }
    return text.isAt(key.upperBound - 3..<key.upperBound, ".lr")
  }

  private mutating func take(
    _ rates: [(key: Range<Int>, value: Range<Int>)], step: Int, epoch: Int?, at place: Int, in text: LogText
  ) {
    var isBegun = false
    func isObject(_ value: Range<Int>) -> Bool { text.bytes[value.lowerBound] == UInt8(ascii: "{") }
    var all = rates
    if let object = rates.first(where: { isObject($0.value) }) {
      var members = JSONMembers(of: text, at: object.value.lowerBound, to: object.value.upperBound)
      all = []
      while all.count < 256, let member = members.next(in: text) { all.append(member) }
    }
    for (key, value) in all {
      guard let number = text.number(at: value.lowerBound, to: value.upperBound) else { continue }
      if !isBegun { begin(step: step, epoch: epoch, at: place) }
      isBegun = true
      if let column = column(key, in: text) { set(column, number, in: text) }
    }
    if !isBegun { unreadable += 1 }
  }
}

extension LogText {
  /// A whole number, in quotes or not.
  func whole(_ value: Range<Int>) -> Int? {
    guard let first = value.first else { return nil }
    let start = bytes[first] == UInt8(ascii: "\"") ? first + 1 : first
    return integer(at: start, to: value.upperBound)?.value
  }
}
