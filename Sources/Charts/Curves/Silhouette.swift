/// Which heights a curve takes in narrow slices of the plot: coarse, but enough to stay clear of it.
///
/// A class, because it remembers the slices that have been asked for.
final class Silhouette {
  private let values: [Double]
  private let axis: StepScale
  private let scale: ValueScale
  /// How wide the plot is, in pixels.
  private let pixels: Double
  private var slices: [Slice]

  /// What a slice of the plot shows; most are never asked for.
  private enum Slice {
    case unknown, empty
    case span(top: Double, bottom: Double)
  }

  private static let width = 3.0

  init(of series: Series, along axis: StepScale, on scale: ValueScale) {
    values = series.values
    self.axis = axis
    self.scale = scale
    pixels = max(0, min(axis.pixels.end - axis.pixels.start, 32_768))
    slices = Array(repeating: .unknown, count: (Int(exactly: (pixels / Self.width).rounded(.up)) ?? 0) + 1)
  }

  /// Whether the curve passes through a box or nearer to it than a distance.
  func meets(_ box: Rectangle, distance: Double) -> Bool {
    let first = ((box.left - distance - axis.pixels.start) / Self.width).rounded(.down)
    let last = ((box.right + distance - axis.pixels.start) / Self.width).rounded(.down)
    guard let first = Int(exactly: first), let last = Int(exactly: last) else { return true }
    var number = max(0, first)
    while number <= last, number < slices.count {
      if case .unknown = slices[number] { slices[number] = slice(number) }
      if case .span(let top, let bottom) = slices[number], top - distance < box.bottom,
        bottom + distance > box.top
      {
        return true
      }
      number += 1
    }
    return false
  }

  /// The heights that the curve takes between two places; `nil` where it is nowhere.
  func span(from left: Double, to right: Double) -> (top: Double, bottom: Double)? {
    let first = ((left - axis.pixels.start) / Self.width).rounded(.down)
    let last = ((right - axis.pixels.start) / Self.width).rounded(.down)
    guard let first = Int(exactly: first), let last = Int(exactly: last) else { return nil }
    var found: (top: Double, bottom: Double)?
    var number = max(0, first)
    while number <= last, number < slices.count {
      if case .unknown = slices[number] { slices[number] = slice(number) }
      if case .span(let top, let bottom) = slices[number] {
        found = (min(found?.top ?? top, top), max(found?.bottom ?? bottom, bottom))
      }
      number += 1
    }
    return found
  }

  private func slice(_ number: Int) -> Slice {
    let left = axis.row(at: axis.pixels.start + Double(number) * Self.width)
    let right = axis.row(at: axis.pixels.start + Double(number + 1) * Self.width)
    // With the rows on either side, between which a line may pass through the slice.
    let first = max(0, Int(exactly: left.rounded(.down)) ?? 0)
    let last = min(values.count - 1, Int(exactly: right.rounded(.up)) ?? 0)
    guard first <= last else { return .empty }
    let limit = scale.lowerLimit
    var (low, high) = (Double.infinity, -Double.infinity)
    values.withUnsafeBufferPointer { values in
      for value in values[first...last] where value > limit && value < .infinity {
        low = min(low, value)
        high = max(high, value)
      }
    }
    return low <= high ? .span(top: scale.position(of: high), bottom: scale.position(of: low)) : .empty
  }
}
