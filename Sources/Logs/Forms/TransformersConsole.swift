import Diagnostics
import Text

extension LogBuilder {
  /// Reads `{'loss': 1.91, 'learning_rate': 4.77e-06, 'epoch': 2.24}` between redrawn progress bars.
  mutating func readTransformersConsole(_ bytes: Bytes) throws(Diagnostic) {
    isText = true
    let text = LogText(bytes)
    var bars = Bars()
    var place = text.index
    // Launchers put the rank in front of a line; what the others print is the same again.
    var rank: Range<Int>?
    while place < text.end {
      switch bytes[place] {
      case UInt8(ascii: "{"):
        guard let end = dictionary(text, at: place) else {
          place += 1
          continue
        }
        let own = text.rank(before: place)
        if rank == nil { rank = own }
        if let own, let rank, !text.isSame(own, rank) {
          place = end
          continue
        }
        if let rate = text.rate(in: place..<end) {
          if let number = text.number(at: rate, to: end) {
            add(number, to: column("learning_rate"), step: 0, at: place, in: text)
            // The bar that is redrawn after a reading has its step.
            bars.begin(count - 1)
          } else {
            unreadable += 1
          }
        } else {
          withoutRate += 1
        }
        place = end
      case UInt8(ascii: "|"):
        if let bar = text.bar(at: place) { bars.see(bar) }
        place += 1
      default: place += 1
      }
    }
    try number(by: bars, text)
  }

  /// Where the braces that open at a place close, on the same line; only a dictionary’s brace is followed by a quote.
  private mutating func dictionary(_ text: LogText, at start: Int) -> Int? {
    guard start + 1 < text.end,
      text.bytes[start + 1] == UInt8(ascii: "'") || text.bytes[start + 1] == UInt8(ascii: "\"")
    else { return nil }
    var place = start + 1
    while place < text.end, text.bytes[place] != 0x0A, text.bytes[place] != UInt8(ascii: "{") {
      if text.bytes[place] == UInt8(ascii: "}") { return place + 1 }
      place += 1
    }
    if place >= text.end, text.rate(in: start..<place) != nil { tornAt = start }
    return nil
  }

  private mutating func number(by bars: Bars, _ text: LogText) throws(Diagnostic) {
    guard count > 0 else { return }
    if let every = options.every {
      number((1...count).map { $0.multipliedReportingOverflow(by: every).partialValue })
      return
    }
    guard let read = bars.steps(of: count) else {
      let first = text.find("learning_rate", in: text.index..<text.end) ?? 0
      throw Diagnostic(
        .import, "the readings have no steps, and no progress bar follows them",
        at: SourceRange(first, first + "learning_rate".utf8.count),
        hint: "--log-every N says how many updates lie between them: logging_steps, 500 unless it is set (TRL: 10)")
    }
    total = bars.total
    number(read)
  }
}

/// The progress bars between readings.
private struct Bars {
  struct Bar {
    let step: Int
    let total: Int
  }

  /// The first bar of every length after a reading: few, for there are the trainer's and the evaluation's.
  private var behind: [(reading: Int, bar: Bar)] = []
  private var reading = -1
  private var seenSinceReading: [Int] = []

  mutating func begin(_ reading: Int) {
    self.reading = reading
    seenSinceReading.removeAll(keepingCapacity: true)
  }

  mutating func see(_ bar: Bar) {
    guard reading >= 0, seenSinceReading.count < 4, !seenSinceReading.contains(bar.total) else { return }
    seenSinceReading.append(bar.total)
    behind.append((reading, bar))
  }

  /// The length of the trainer's bar: the one that is redrawn after most readings.
  var total: Int? {
    var counts: [Int: Int] = [:]
    for entry in behind { counts[entry.bar.total, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The step of every reading; those without a bar lie as far after the one before as that after its own.
  func steps(of count: Int) -> [Int]? {
    guard let total, count > 0 else { return nil }
    var steps: [Int?] = Array(repeating: nil, count: count)
    for entry in behind where entry.bar.total == total && steps[entry.reading] == nil {
      steps[entry.reading] = entry.bar.step
    }
    guard var last = steps.compactMap({ $0 }).first else { return nil }
    let known = steps.compactMap { $0 }
    let every = known.count > 1 ? max(1, known[1] - known[0]) : max(1, last)
    if steps[0] == nil, let place = steps.firstIndex(where: { $0 != nil }) {
      last = max(0, last - place * min(every, 1 << 40))
    }
    var result: [Int] = []
    result.reserveCapacity(count)
    for step in steps {
      if let step { last = step } else if !result.isEmpty { last = last &+ every }
      result.append(last)
    }
    return result
  }
}

extension LogText {
  /// Where the rate of a printed dictionary begins.
  fileprivate func rate(in range: Range<Int>) -> Int? {
    guard let key = place(after: "learning_rate", in: range), key + 1 < range.upperBound,
      bytes[key + 1] == UInt8(ascii: ":")
    else { return nil }
    return key + 2
  }

  /// The rank that a launcher puts in front of a line, as `[rank0]:` or `[default1]:`.
  fileprivate func rank(before place: Int) -> Range<Int>? {
    var start = place
    while start > index, bytes[start - 1] != 0x0A, place - start < 24 { start -= 1 }
    guard bytes[start] == UInt8(ascii: "["), let end = find("]:", in: start..<place), end < place,
      isAt(start..<start + 5, "[rank") || isAt(start..<min(start + 8, end), "[default")
    else { return nil }
    return start..<end
  }

  /// Whether two parts of it are the same.
  fileprivate func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool { bytes[one].elementsEqual(bytes[other]) }

  /// The numbers of `| 40/93 [00:00<…`.
  fileprivate func bar(at place: Int) -> Bars.Bar? {
    guard let step = integer(at: place + 1, to: min(end, place + 24)), step.end < end,
      bytes[step.end] == UInt8(ascii: "/"), let total = integer(at: step.end + 1, to: min(end, step.end + 20)),
      total.end + 1 < end, bytes[total.end] == 0x20, bytes[total.end + 1] == UInt8(ascii: "[")
    else { return nil }
    return Bars.Bar(step: step.value, total: total.value)
  }
}
