/// Whole numbers from 0 to an end, which are both always among them.
enum StepTicks {
  /// The ticks of an axis of a width in pixels whose labels keep a gap of `gap` pixels.
  static func covering(
    to end: Int, width: Double, size: Double, gap: Double, labelWidth: Double? = nil
  ) -> [Int] {
    guard end > 0 else { return [0] }
    let labelWidth = max(TextWidth.of("\(end)", size: size), labelWidth ?? 0)
    // About one label in 64 pixels, so that the eye finds a number without counting.
    let room = max(labelWidth + gap, 64)
    guard width >= labelWidth / 2 + TextWidth.of("0", size: size) / 2 + gap else { return [0] }
    let pixelsPerUnit = width / Double(end)
    let step = step(to: end) { Double($0) * pixelsPerUnit >= max(room, width / 12) }
    var ticks = Array(stride(from: 0, to: end, by: step))
    // The end is labelled even when it is no multiple; then the last multiple may have to go.
    while ticks.count > 1, let last = ticks.last, Double(end - last) * pixelsPerUnit < max(labelWidth + gap, room / 2) {
      ticks.removeLast()
    }
    return ticks + [end]
  }

  /// The smallest step of 1, 2, 2.5 or 5 times a power of ten that leaves room enough; a slightly larger one that the
  /// end is a multiple of is preferred.
  private static func step(to end: Int, hasRoom: (Int) -> Bool) -> Int {
    var candidates: [Int] = []
    var power = 1
    search: while true {
      for mantissa in power == 1 ? [10, 20, 50] : [10, 20, 25, 50] {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
        if overflow { break search }
        let step = product / 10
        if hasRoom(step) { candidates.append(step) }
        if candidates.count == 3 { break search }
      }
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { break }
      power = next
    }
    let even = candidates.first { end.isMultiple(of: $0) && end / $0 >= 4 }
    return even ?? candidates.first ?? end
  }
}
