/// Golden-section search.
package enum GoldenSection {
  /// Where a function with one minimum in a range has it.
  package static func minimum(in range: ClosedRange<Double>, evaluations: Int, _ value: (Double) -> Double) -> Double {
    let ratio = 0.6180339887498949
    var (low, high) = (range.lowerBound, range.upperBound)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (value(left), value(right))
    for _ in 2..<max(3, evaluations) {
      if atLeft < atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      }
    }
    return atLeft < atRight ? left : right
  }
}
