/// What a panel's value axis spans, and its ticks.
struct ValueRange: Sendable, Equatable {
  let ticks: Ticks
  let isLogarithmic: Bool
  /// Whether values of zero or less had to be left out.
  let hidesValues: Bool
  /// What there is to say where they were.
  static let remark = "Values of zero or less are left out of the logarithmic axis."
  /// The value that others are compared with: the panel's own, or zero where values have both signs.
  let baseline: Double?

  /// The range of a panel that is `height` pixels high.
  init(of panel: Panel, height: Double) {
    self.init(of: panel, extent: Extent(of: panel), height: height)
  }

  /// The same, for who has looked at all values already.
  init(of panel: Panel, extent: Extent, height: Double) {
    isLogarithmic = panel.isLogarithmic
    hidesValues = extent.hidesValues
    guard !panel.isLogarithmic else {
      baseline = nil
      ticks = LogarithmicTicks.covering(extent.low, extent.high, length: height)
      return
    }
    let wanted = max(3, min(Int(exactly: (height / 52).rounded(.down)) ?? 3, 7) + 1)
    let own = panel.baseline.flatMap { $0.isFinite ? $0 : nil }
    let range = Self.range(extent, fitsData: panel.fitsData, baseline: own)
    // The height of a label and a little more.
    let most = max(3, min(Int(exactly: (height / 12.5).rounded(.down)) ?? 9, 8) + 1)
    ticks = LinearTicks.covering(range.low, range.high, wanted: wanted, atMost: most)
    baseline = own ?? (ticks.low < 0 ? 0 : nil)
  }

  private static func range(_ extent: Extent, fitsData: Bool, baseline: Double?) -> (low: Double, high: Double) {
    if let baseline {
      let range = (low: min(baseline, extent.low), high: max(baseline, extent.high))
      // No difference at all is a line in the middle.
      return range.low < range.high ? range : (baseline - 1, baseline + 1)
    }
    guard !extent.isEmpty else { return (0, 1) }
    guard !fitsData else { return (extent.low, extent.high) }
    let range = (low: min(0, extent.low), high: max(0, extent.high))
    return range.low == range.high ? (0, 1) : range
  }

  func scale(_ pixels: Interval) -> any Scale {
    isLogarithmic
      ? LogarithmicScale(low: ticks.low, high: ticks.high, pixels: pixels)
      : LinearScale(low: ticks.low, high: ticks.high, pixels: pixels)
  }

  func labelWidth(size: Double) -> Double {
    ticks.all.reduce(0) { max($0, TextWidth.of($1.label, size: size)) }
  }
}
