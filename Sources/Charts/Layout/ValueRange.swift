/// What a panel's value axis spans, and its ticks.
struct ValueRange: Sendable, Equatable {
  let ticks: Ticks
  let isLogarithmic: Bool
  /// The value that others are compared with: the panel's own, or zero where values have both signs.
  let baseline: Double?
  /// How the panel's numbers are written.
  let numerals: Numerals
  /// The largest magnitude among the values.
  let peak: Double
  /// Whether values may lie beyond the ends of the axis.
  let isCropped: Bool
  /// What is not above it has no place on a logarithmic axis.
  private let limit: Double
  /// Whether something had to be left out for that.
  let hidesValues: Bool

  /// A rate this far below its peak is of no more interest.
  private static let decades = 1e-5

  /// The note where values are left out.
  static let remark = "Values of zero or less are left out of the logarithmic axis."

  /// The note for this panel, if there is one.
  var remark: String? {
    guard hidesValues else { return nil }
    return limit > 0
      ? "Values below \(numerals.text(limit, peak: peak)) are left out of the logarithmic axis." : Self.remark
  }

  /// The range of a panel that is `height` pixels high.
  init(of panel: Panel, height: Double) {
    self.init(of: panel, extent: Extent(of: panel), height: height)
  }

  /// The same, where all values have been looked at already.
  init(of panel: Panel, extent: Extent, height: Double) {
    isLogarithmic = panel.isLogarithmic
    peak = extent.isEmpty ? 1 : max(abs(extent.low), abs(extent.high))
    let bounds = Self.bounds(of: panel)
    if panel.isLogarithmic {
      var (extent, limit) = (extent, 0.0)
      // Losses and other measurements are of interest however small they become.
      let floor = bounds.low ?? (panel.fitsData ? 0 : extent.high * Self.decades)
      if floor > 0, extent.low < floor {
        limit = floor * (1 - 1e-9)
        extent = Extent(of: panel.series, above: limit)
      }
      self.limit = limit
      hidesValues = extent.hidesValues
      let (low, high) = (bounds.low ?? extent.low, bounds.high ?? extent.high)
      ticks = LogarithmicTicks.covering(low, high, length: height).cropped(to: bounds)
      baseline = nil
    } else {
      (limit, hidesValues) = (-.infinity, false)
      let wanted = max(3, min(Int(exactly: (height / 52).rounded(.down)) ?? 3, 7) + 1)
      let own = panel.baseline.flatMap { $0.isFinite ? $0 : nil }
      let range = Self.range(extent, fitsData: panel.fitsData, baseline: own)
      // The height of a label and a little more.
      let most = max(3, min(Int(exactly: (height / 12.5).rounded(.down)) ?? 9, 8) + 1)
      let (low, high) = (bounds.low ?? min(range.low, bounds.high ?? range.low), bounds.high ?? range.high)
      ticks = LinearTicks.covering(low, max(low, high), wanted: wanted, atMost: most).cropped(to: bounds)
      baseline = own ?? (ticks.low < 0 && ticks.high > 0 ? 0 : nil)
    }
    isCropped = bounds.low != nil || bounds.high != nil
    numerals = Numerals(of: ticks)
  }

  /// The ends that the panel asks for, as far as they make an axis.
  private static func bounds(of panel: Panel) -> (low: Double?, high: Double?) {
    let low = panel.low.flatMap { $0.isFinite && (!panel.isLogarithmic || $0 > 0) ? $0 : nil }
    let high = panel.high.flatMap { $0.isFinite && (!panel.isLogarithmic || $0 > 0) ? $0 : nil }
    if let low, let high, low >= high { return (nil, nil) }
    return (low, high)
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

  func scale(_ pixels: PixelRange) -> ValueScale {
    isLogarithmic
      ? .logarithmic(low: ticks.low, high: ticks.high, pixels: pixels, lowerLimit: max(0, limit))
      : .linear(low: ticks.low, high: ticks.high, pixels: pixels)
  }

  /// A number as this panel writes it.
  func text(_ value: Double) -> String { numerals.text(value, peak: peak) }

  func labelWidth(size: Double) -> Double {
    ticks.all.reduce(0) { max($0, TextWidth.of($1.label, size: size)) }
  }
}
