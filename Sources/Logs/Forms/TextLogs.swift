import Text

/// The logs that trainers print, a line a reading.
extension LogBuilder {
  /// Goes through the lines that hold a word.
  private mutating func readLines(
    _ bytes: Bytes, with word: StaticString, _ take: (inout LogBuilder, LogText, Range<Int>, Int) -> Void
  ) {
    isText = true
    var text = LogText(bytes)
    while let line = text.nextLine() {
      if let place = text.place(after: word, in: line) { take(&self, text, line, place) }
    }
  }

  /// Reads `iteration  100/ 1000 | … | learning rate: 1.972E-04 | …`.
  mutating func readMegatron(_ bytes: Bytes) {
    readLines(bytes, with: "iteration") { log, text, line, place in
      guard let step = text.integer(at: place, to: line.upperBound) else { return }
      let slash = text.skippingBlanks(step.end, to: line.upperBound)
      guard slash < line.upperBound, text.bytes[slash] == UInt8(ascii: "/") else { return }
      if let total = text.integer(at: slash + 1, to: line.upperBound) { log.total = total.value }
      let rest = slash..<line.upperBound
      if let skipped = text.place(after: "number of skipped iterations:", in: rest),
        let count = text.integer(at: skipped, to: line.upperBound)
      {
        log.skippedUpdates = min(log.skippedUpdates, 1 << 40) + count.value
      }
      var isBegun = false
      var start = slash
      while let next = text.place(after: "learning rate:", in: start..<line.upperBound) {
        start = next
        guard let number = text.number(at: next, to: line.upperBound) else { continue }
        let label = next - "decoupled learning rate:".utf8.count
        let isDecoupled = label >= slash && text.isAt(label..<next, "decoupled learning rate:")
        if !isBegun { log.begin(step: step.value, at: line.lowerBound) }
        isBegun = true
        log.set(log.column(isDecoupled ? "decoupled learning rate" : "learning rate"), number, in: text)
      }
      if !isBegun { log.withoutRate += 1 }
    }
  }

  /// Reads `… step=10, skipped=0, lr=[0.001, 0.001], mom=[…]`, a column for each group.
  mutating func readDeepSpeed(_ bytes: Bytes) {
    readLines(bytes, with: " lr=[") { log, text, line, place in
      guard let step = text.integer(after: "step=", in: line),
        let end = text.find("]", in: place..<line.upperBound)
      else { return }
      // The count is of all that were skipped so far.
      if let skipped = text.place(after: "skipped=", in: line),
        let count = text.integer(at: skipped, to: line.upperBound)
      {
        log.skippedUpdates = count.value
      }
      log.begin(step: step.value, at: line.lowerBound)
      var (start, group) = (place, 0)
      while let number = text.number(at: start, to: end) {
        let known = group < log.columnCount ? group : log.column(named: group == 0 ? "lr" : "lr[\(group)]")
        if let column = known { log.set(column, number, in: text) }
        guard let comma = text.place(after: ",", in: start..<end) else { break }
        (start, group) = (comma, group + 1)
      }
    }
  }

  /// Reads `Training epoch 0, iteration 3/99 | lr: 7.843e-06 | … | global_step: 3 | …`.
  mutating func readNeMo(_ bytes: Bytes) {
    readLines(bytes, with: "lr:") { log, text, line, place in
      let global = text.place(after: "global_step:", in: line)
      guard let at = global ?? text.place(after: "iteration ", in: line),
        let step = text.integer(at: at, to: line.upperBound)
      else { return }
      log.take(at: place, of: line, step: step.value, in: text)
    }
  }

  /// Reads `Train: 0 [  50/1251 (  4%)]  Loss: …  LR: 1.000e-05  …`.
  mutating func readTimmText(_ bytes: Bytes) {
    readLines(bytes, with: "LR:") { log, text, line, place in
      guard let epoch = text.integer(after: "Train:", in: line),
        let inner = text.fraction(at: epoch.end, to: line.upperBound, opening: "[")
      else { return }
      let (start, overflow) = epoch.value.multipliedReportingOverflow(by: inner.total)
      guard !overflow, start < 1 << 50 else { return }
      log.take(at: place, of: line, step: start + inner.step, epoch: epoch.value, in: text)
    }
  }

  /// Reads `eta: 0:27:11  iter: 19  total_loss: 1.9  …  lr: 0.00039962  max_mem: 2500M`.
  mutating func readDetectron2Text(_ bytes: Bytes) {
    readLines(bytes, with: " lr:") { log, text, line, place in
      guard let step = text.integer(after: "iter:", in: line) else {
        return
      }
      log.take(at: place, of: line, step: step.value, in: text)
    }
  }

  /// Reads `Epoch(train)  [1][ 50/391]  lr: 1.0000e-01  eta: …`, or `Iter(train) [   50/80000]  …`.
  mutating func readMMEngineText(_ bytes: Bytes) {
    readLines(bytes, with: "(train)") { log, text, line, place in
      guard let rate = text.place(after: " lr:", in: place..<line.upperBound) else {
        log.withoutRate += 1
        return
      }
      log.takeIteration(
        after: place, of: line, rate: rate, isByEpoch: text.find("Epoch(train)", in: line) != nil, text)
    }
  }

  /// Reads `Epoch [1][50/7330]\tlr: 1.978e-03, eta: …`, or `Iter [50/160000]\tlr: …`.
  mutating func readMMCVText(_ bytes: Bytes) {
    readLines(bytes, with: "lr: ") { log, text, line, place in
      if let at = text.place(after: "Epoch [", in: line) {
        log.takeIteration(after: at - 1, of: line, rate: place, isByEpoch: true, text)
      } else if let at = text.place(after: "Iter [", in: line) {
        log.takeIteration(after: at - 1, of: line, rate: place, isByEpoch: false, text)
      }
    }
  }

  /// The numbers of `[epoch][iteration/of]`, or `[iteration/of]`.
  private mutating func takeIteration(
    after place: Int, of line: Range<Int>, rate: Int, isByEpoch: Bool, _ text: LogText
  ) {
    var place = place
    var epoch = 1
    if isByEpoch {
      guard let open = text.place(after: "[", in: place..<line.upperBound),
        let number = text.integer(at: open, to: line.upperBound)
      else { return }
      epoch = number.value
      place = number.end
    }
    guard let inner = text.fraction(at: place, to: line.upperBound, opening: "["), epoch > 0 else { return }
    if !isByEpoch { total = inner.total }
    let (start, overflow) = (epoch - 1).multipliedReportingOverflow(by: inner.total)
    guard !overflow, start < 1 << 50 else { return }
    take(at: rate, of: line, step: start + inner.step, epoch: isByEpoch ? epoch - 1 : nil, in: text)
  }

  /// Reads `… | {"epoch": 1, …, "num_updates": "200", "lr": "5e-06", …}`, or `… num_updates=200, lr=5e-06, …`.
  mutating func readFairseq(_ bytes: Bytes) {
    isText = true
    var text = LogText(bytes)
    while let line = text.nextLine() {
      if let at = text.place(after: "\"num_updates\":", in: line), let rate = text.place(after: "\"lr\":", in: line) {
        let start = text.skippingBlanks(at, to: line.upperBound)
        guard let step = text.whole(start..<line.upperBound) else { continue }
        take(at: rate, of: line, step: step, in: text)
      } else if let rate = text.place(after: " lr=", in: line) {
        guard let step = fairseqStep(line, text) else { continue }
        take(at: rate, of: line, step: step, in: text)
      }
    }
  }

  /// The updates of a simple line; without them, `epoch 001:    200 / 1000` counts those of the epoch.
  private func fairseqStep(_ line: Range<Int>, _ text: LogText) -> Int? {
    if let at = text.place(after: " num_updates=", in: line) { return text.integer(at: at, to: line.upperBound)?.value }
    guard let epoch = text.integer(after: "epoch ", in: line),
      epoch.value > 0,
      let inner = text.fraction(at: epoch.end, to: line.upperBound, opening: ":")
    else { return nil }
    let (start, overflow) = (epoch.value - 1).multipliedReportingOverflow(by: inner.total)
    return overflow || start > 1 << 50 ? nil : start + inner.step
  }

  /// Reads `Iteration 100, lr = 0.00992565`.
  mutating func readCaffe(_ bytes: Bytes) {
    readLines(bytes, with: "lr = ") { log, text, line, place in
      guard let step = text.integer(after: "Iteration ", in: line) else {
        return
      }
      log.take(at: place, of: line, step: step.value, in: text)
    }
  }

  /// Reads ` 100: 1.23, 1.30 avg loss, 0.001000 rate, …`.
  mutating func readDarknet(_ bytes: Bytes) {
    isText = true
    var text = LogText(bytes)
    while let line = text.nextLine() {
      guard let end = text.find(" rate,", in: line), let step = text.integer(at: line.lowerBound, to: line.upperBound),
        step.end < line.upperBound, text.bytes[step.end] == UInt8(ascii: ":")
      else { continue }
      var start = end
      while start > line.lowerBound, text.bytes[start - 1] > 0x20 { start -= 1 }
      take(at: start, of: line, step: step.value, in: text)
    }
  }

  /// Takes the number at a place as the rate of a step.
  private mutating func take(at place: Int, of line: Range<Int>, step: Int, epoch: Int? = nil, in text: LogText) {
    guard let number = text.number(at: place, to: line.upperBound) else {
      unreadable += 1
      return
    }
    add(number, to: column("lr"), step: step, epoch: epoch, at: line.lowerBound, in: text)
  }
}

extension LogText {
  /// Reads `[  50/1251`: two whole numbers after a mark.
  func fraction(at start: Int, to end: Int, opening mark: StaticString) -> (step: Int, total: Int, end: Int)? {
    guard let open = place(after: mark, in: start..<max(start, end)), let step = integer(at: open, to: end) else {
      return nil
    }
    let slash = skippingBlanks(step.end, to: end)
    guard slash < end, bytes[slash] == UInt8(ascii: "/"), let total = integer(at: slash + 1, to: end) else {
      return nil
    }
    return (step.value, total.value, total.end)
  }
}
