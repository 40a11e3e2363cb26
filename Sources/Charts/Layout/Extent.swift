/// The least and greatest of some values.
struct Extent: Sendable, Equatable {
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  /// Whether a value that is finite could not be counted because it is not above the limit.
  private(set) var hidesValues = false

  /// The extent of the finite values above a limit.
  init(of series: [Series], above limit: Double) {
    for one in series {
      one.values.withUnsafeBufferPointer { values in
        var (low, high, isHiding) = (Double.infinity, -Double.infinity, false)
        for value in values {
          if value > limit, value < .infinity {
            low = value < low ? value : low
            high = value > high ? value : high
          } else if value > -.infinity, value <= limit {
            isHiding = true
          }
        }
        self.low = min(self.low, low)
        self.high = max(self.high, high)
        hidesValues = hidesValues || isHiding
      }
    }
  }

  /// The extent of what a panel can show.
  init(of panel: Panel) { self.init(of: panel.series, above: panel.isLogarithmic ? 0 : -.infinity) }

  var isEmpty: Bool { low > high }
}
