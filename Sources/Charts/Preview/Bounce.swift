/// Curves that go up and down faster than what they are drawn with can show.
enum Bounce {
  /// The rows of a cycle, where so many columns have less than three for each; `nil` for a curve that can be drawn.
  static func period(of values: ArraySlice<Double>, columns: Int) -> Int? {
    let cycles = count(in: values)
    return cycles >= 10 && 3 * cycles > columns ? max(1, values.count / cycles) : nil
  }

  /// How often a curve comes down a good part of its range.
  static func count(in values: ArraySlice<Double>) -> Int {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    guard low < high else { return 0 }
    // What turns back before a tenth of the range is not a cycle.
    let least = (high - low) / 10
    var (cycles, isRising) = (0, true)
    var turn = values.first ?? 0
    for value in values where value.isFinite {
      if isRising {
        if value > turn { turn = value }
        if value < turn - least {
          (isRising, turn) = (false, value)
          cycles += 1
        }
      } else {
        if value < turn { turn = value }
        if value > turn + least { (isRising, turn) = (true, value) }
      }
    }
    return cycles
  }
}
