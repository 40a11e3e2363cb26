import Text

/// Curves through points, by their formulas: what the parameters of a schedule are estimated with.
enum Fit {
  typealias Points = ArraySlice<(x: Double, y: Double)>

  /// The straight line y = slope · x + start through points, and how far from it they are at most.
  static func line(_ points: Points) -> (slope: Double, start: Double, error: Double)? {
    guard points.count > 1 else { return nil }
    let count = Double(points.count)
    let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let spread = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    guard spread > 0 else { return nil }
    let slope = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
    let start = meanY - slope * meanX
    let error = points.reduce(0) { max($0, abs($1.y - slope * $1.x - start)) }
    return slope.isFinite && start.isFinite ? (slope, start, error) : nil
  }

  /// A cosine y = mean + height · cos(π (x − crest) / length), from its crest to its foot.
  struct Cosine {
    let crest: Double
    let length: Double
    let mean: Double
    let height: Double
  }

  /// The cosine through points, as equally spaced ones tell it: yᵢ₋₁ + yᵢ₊₁ = 2 cos(ω) yᵢ + 2 (1 − cos ω) mean.
  static func cosine(_ points: Points) -> Cosine? {
    guard let even = even(points), even.count > 3 else { return nil }
    let step = even[1].x - even[0].x
    let pairs = (1..<even.count - 1).map { (x: even[$0].y, y: even[$0 - 1].y + even[$0 + 1].y) }
    guard step > 0, let line = line(pairs[...]), line.slope > -2, line.slope < 2 else { return nil }
    let angle = Libm.acos(line.slope / 2)
    let mean = line.start / (2 - line.slope)
    guard angle > 0, mean.isFinite else { return nil }
    let frequency = angle / step
    // y − mean = a cos ωx + b sin ωx, by least squares.
    let origin = even[0].x
    var (cc, cs, ss, cy, sy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for point in even {
      let (c, s) = (Libm.cos(frequency * (point.x - origin)), Libm.sin(frequency * (point.x - origin)))
      let y = point.y - mean
      (cc, cs, ss, cy, sy) = (cc + c * c, cs + c * s, ss + s * s, cy + c * y, sy + s * y)
    }
    let determinant = cc * ss - cs * cs
    guard abs(determinant) > 1e-12 * max(cc, ss) else { return nil }
    let (a, b) = ((ss * cy - cs * sy) / determinant, (cc * sy - cs * cy) / determinant)
    let height = (a * a + b * b).squareRoot()
    guard height > 0, height.isFinite else { return nil }
    let phase = Libm.acos(max(-1, min(1, a / height))) * (b < 0 ? -1 : 1)
    return Cosine(crest: origin + phase / frequency, length: Double.pi / frequency, mean: mean, height: height)
  }

  /// Points that are equally far apart: a few dozen of them, for neighbours of thousands hardly differ.
  private static func even(_ points: Points) -> [(x: Double, y: Double)]? {
    guard points.count > 3, let first = points.first else { return nil }
    var gaps: [Double: Int] = [:]
    for (one, next) in zip(points, points.dropFirst()) { gaps[next.x - one.x, default: 0] += 1 }
    guard let gap = gaps.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key, gap > 0 else { return nil }
    // The longest run of the usual gap.
    var (best, start) = (points.startIndex..<points.startIndex, points.startIndex)
    for index in points.indices.dropFirst() where points[index].x - points[index - 1].x != gap {
      if index - start > best.count { best = start..<index }
      start = index
    }
    if points.endIndex - start > best.count { best = start..<points.endIndex }
    guard best.count > 3, first.x.isFinite else { return nil }
    let stride = max(1, best.count / 24)
    return Swift.stride(from: best.lowerBound, to: best.upperBound, by: stride).map { points[$0] }
  }

  /// The power of y = scale · (1 − (x − start) / length)^power through points that fall to 0; the end is x = start + length.
  static func power(_ points: Points) -> (power: Double, end: Double)? {
    let positive = points.filter { $0.y > 0 }[...]
    guard positive.count > 3 else { return nil }
    func bend(_ power: Double) -> (error: Double, end: Double)? {
      let roots = positive.map { (x: $0.x, y: Libm.pow($0.y, 1 / power)) }[...]
      guard let line = line(roots), line.slope < 0, let top = roots.map(\.y).max(), top > 0 else { return nil }
      return (line.error / top, -line.start / line.slope)
    }
    var best: (power: Double, error: Double, end: Double)?
    func take(_ power: Double) {
      guard let made = bend(power), made.error < best?.error ?? .infinity else { return }
      best = (power, made.error, made.end)
    }
    for power in [1, 2, 0.9, 0.5, 3, 4, 1.5, 0.75, 0.25, 5, 8] { take(power) }
    // Between them by narrowing down.
    var width = 0.25
    while let centre = best?.power, width > 1e-10 {
      take(centre - width * centre)
      take(centre + width * centre)
      width *= best?.power == centre ? 0.5 : 1
      if width > 0.5 { break }
    }
    return best.map { ($0.power, $0.end) }
  }
}
