/// Whole numbers from one to another, which are both always labelled.
struct StepTicks: Sendable, Equatable {
  /// The numbers that have a mark.
  let marks: [Int]
  /// Those of them that have a label, too.
  let labels: [Int]

  /// The ticks of an axis of a width in pixels whose labels keep a gap of `gap` pixels.
  ///
  /// - Parameter isRound: whether the multiples of a step can be read at a glance.
  static func covering(
    from start: Int = 0, to end: Int, width: Double, size: Double, gap: Double, labelWidth other: Double? = nil,
    isRound: (Int) -> Bool = { _ in true }
  ) -> StepTicks? {
    let length = end - start
    guard length > 0 else { return StepTicks(marks: [start], labels: [start]) }
    func labelWidth(_ number: Int) -> Double { TextWidth.of(Count.text(number, of: end), size: size) }
    let ends = max(labelWidth(end), other ?? 0)
    guard width >= ends / 2 + labelWidth(start) / 2 + gap else { return StepTicks(marks: [start], labels: [start]) }
    let pixelsPerUnit = width / Double(length)
    func room(_ step: Int) -> Double {
      let multiple = start / step * step
      let (next, overflow) = step.multipliedReportingOverflow(by: 3)
      // About one label in 64 pixels, so that the eye finds a number without counting.
      return max(max(ends, labelWidth(step), overflow ? 0 : labelWidth(multiple + min(next, length))) + gap, 64)
    }
    let found = step(to: end, over: length, isRound: isRound) {
      Double($0) * pixelsPerUnit >= max(room($0), width / 12)
    }
    guard let step = found else { return nil }
    let first = start.isMultiple(of: step) ? start : (start / step + (start > 0 ? 1 : 0)) * step
    var marks = Array(stride(from: first, to: end, by: step))
    if marks.first != start { marks.insert(start, at: 0) }
    // The ends are labelled even when they are no multiples; then a multiple beside them may have to go unnamed.
    var labels = marks
    while labels.count > 1, let last = labels.last,
      Double(end - last) * pixelsPerUnit < max(ends + gap, room(step) / 2)
    {
      labels.removeLast()
    }
    if labels.count > 1, first != start, Double(labels[1] - start) * pixelsPerUnit < room(step) {
      labels.remove(at: 1)
    }
    return StepTicks(marks: marks + [end], labels: labels + [end])
  }

  /// The smallest step of 1, 2, 2.5 or 5 times a power of ten that leaves room enough; a slightly larger one that the
  /// end is a multiple of is preferred.
  private static func step(
    to end: Int, over length: Int, isRound: (Int) -> Bool, hasRoom: (Int) -> Bool
  ) -> Int? {
    var candidates: [Int] = []
    var power = 1
    search: while true {
      for mantissa in power == 1 ? [10, 20, 50] : [10, 20, 25, 50] {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
        if overflow { break search }
        let step = product / 10
        if step > length, !candidates.isEmpty { break search }
        if isRound(step), hasRoom(step) { candidates.append(step) }
        if candidates.count == 3 || step / 4 > length { break search }
      }
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { break }
      power = next
    }
    let even = candidates.first { end.isMultiple(of: $0) && length / $0 >= 4 }
    return even ?? candidates.first ?? (isRound(end) ? end : nil)
  }

  /// The powers of ten of an axis on which equal ratios have equal room, as far as their labels have some.
  ///
  /// - Parameter place: where a number stands.
  static func logarithmic(
    from start: Int, to end: Int, size: Double, gap: Double, place: (Int) -> Double
  ) -> StepTicks {
    var marks: [Int] = []
    var (power, overflow) = (1, false)
    while !overflow, power < end {
      for digit in 1...9 {
        let (number, isTooLarge) = power.multipliedReportingOverflow(by: digit)
        if !isTooLarge, number >= start, number < end { marks.append(number) }
      }
      (power, overflow) = power.multipliedReportingOverflow(by: 10)
    }
    if marks.first != start { marks.insert(start, at: 0) }
    marks.append(end)
    var labels: [Int] = []
    func half(_ number: Int) -> Double { TextWidth.of(Count.text(number, of: end), size: size) / 2 }
    func add(_ numbers: [Int]) {
      for number in numbers where !labels.contains(number) {
        let isFree = labels.allSatisfy { abs(place($0) - place(number)) >= half($0) + half(number) + gap }
        if isFree { labels.append(number) }
      }
    }
    add([end, start])
    add(marks.filter { leading($0) == 1 }.reversed())
    if labels.count < 5 { add(marks.filter { [2, 5].contains(leading($0)) }) }
    return StepTicks(marks: marks, labels: labels.sorted())
  }

  private static func leading(_ number: Int) -> Int {
    var number = number
    while number >= 10 { number /= 10 }
    return number
  }
}
