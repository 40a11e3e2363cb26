/// Which heights a curve takes in narrow slices of the plot: coarse, but enough to stay clear of it.
struct Silhouette: Sendable {
  private let slices: [Slice?]
  private let start: Double

  private struct Slice {
    var top: Double
    var bottom: Double
  }

  private static let width = 3.0

  init(of series: Series, along axis: StepScale, on scale: any Scale) {
    start = axis.pixels.start
    let pixels = max(0, min(axis.pixels.end - start, 32_768))
    let count = (Int(exactly: (pixels / Self.width).rounded(.up)) ?? 0) + 1
    var slices = [Slice?](repeating: nil, count: count)
    let limit = scale.lowerLimit
    var (shown, slice): (Range<Int>, Slice?) = (0..<0, nil)
    let rows = Double(max(1, axis.rowCount))
    series.values.withUnsafeBufferPointer { values in
      for number in 0..<count {
        let left = Double(number) * Self.width / max(pixels, 1) * rows
        let right = Double(number + 1) * Self.width / max(pixels, 1) * rows
        // With the rows on either side, between which a line may pass through the slice.
        let first = max(0, Int(exactly: left.rounded(.down)) ?? 0)
        let last = min(values.count - 1, Int(exactly: right.rounded(.up)) ?? 0)
        guard first <= last else { continue }
        // Where a row is wider than a slice, slices show the same rows.
        if shown != first..<last + 1 {
          shown = first..<last + 1
          var (low, high) = (Double.infinity, -Double.infinity)
          for value in values[shown] where value > limit && value < .infinity {
            low = min(low, value)
            high = max(high, value)
          }
          slice = low <= high ? Slice(top: scale.position(of: high), bottom: scale.position(of: low)) : nil
        }
        slices[number] = slice
      }
    }
    self.slices = slices
  }

  /// Whether the curve passes through a box or nearer to it than a distance.
  func meets(_ box: Rectangle, distance: Double) -> Bool {
    let first = ((box.left - distance - start) / Self.width).rounded(.down)
    let last = ((box.right + distance - start) / Self.width).rounded(.down)
    guard let first = Int(exactly: first), let last = Int(exactly: last) else { return true }
    let range = max(0, first)..<max(max(0, first), min(slices.count, last + 1))
    return slices[min(range.lowerBound, slices.count)..<min(range.upperBound, slices.count)].contains { slice in
      guard let slice else { return false }
      return slice.top - distance < box.bottom && slice.bottom + distance > box.top
    }
  }
}
