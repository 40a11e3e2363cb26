import Objectives
import Text

/// Curves through points: what the numbers of a schedule are estimated with.
enum CurveFit {
  typealias Point = (x: Double, y: Double)

  /// As many as narrow a range to the last digits of its numbers.
  static let evaluations = 70

  /// The straight line y = slope · x + start through points, and how far from it they are at most.
  struct Line {
    let slope: Double
    let start: Double
    let error: Double

    /// Where it has a value.
    func place(of value: Double) -> Double { (value - start) / slope }
  }

  static func line(_ points: [Point]) -> Line? {
    guard points.count > 1 else { return nil }
    let count = Double(points.count)
    let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let spread = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    guard spread > 0 else { return nil }
    let slope = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
    let start = meanY - slope * meanX
    guard slope.isFinite, start.isFinite else { return nil }
    return Line(slope: slope, start: start, error: points.reduce(0) { max($0, abs($1.y - slope * $1.x - start)) })
  }

  /// A cosine y = mean + height · cos(π (x − crest) / length), from a crest to the foot after it.
  struct Cosine {
    let crest: Double
    let length: Double
    let mean: Double
    let height: Double
    let error: Double

    var top: Double { mean + height }
    var foot: Double { mean - height }
  }

  /// The cosine through points that fall, or rise where `rises`; its crest is the last before them, or the first after.
  static func cosine(_ points: [Point], rises: Bool = false) -> Cosine? {
    guard points.count > 3, let first = points.first?.x, let last = points.last?.x, last > first else { return nil }
    func wave(_ length: Double) -> (error: Double, made: Cosine)? { CurveFit.wave(points, length, rises: rises) }
    let span = last - first
    // The last of a fall may be all that was logged, and the log may stop early.
    let ratio = 1.15
    var best: (length: Double, error: Double)?
    var length = span * 0.8
    while length < 12 * span {
      if let made = wave(length), made.error < best?.error ?? .infinity { best = (length, made.error) }
      length *= ratio
    }
    guard let best else { return nil }
    let found = GoldenSection.minimum(in: best.length / ratio...best.length * ratio, evaluations: evaluations) {
      wave($0)?.error ?? .infinity
    }
    return wave(found)?.made
  }

  private static func wave(_ points: [Point], _ length: Double, rises: Bool) -> (error: Double, made: Cosine)? {
    let frequency = .pi / length
    let origin = points[0].x
    // y = m + a·cos + b·sin, by least squares around the means.
    let count = Double(points.count)
    var rows: [(c: Double, s: Double, y: Double)] = []
    rows.reserveCapacity(points.count)
    var (meanC, meanS, meanY) = (0.0, 0.0, 0.0)
    for point in points {
      let angle = frequency * (point.x - origin)
      let row = (c: Libm.cos(angle), s: Libm.sin(angle), y: point.y)
      (meanC, meanS, meanY) = (meanC + row.c / count, meanS + row.s / count, meanY + row.y / count)
      rows.append(row)
    }
    var (cc, cs, ss, cy, sy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in rows {
      let (c, s, y) = (row.c - meanC, row.s - meanS, row.y - meanY)
      (cc, cs, ss, cy, sy) = (cc + c * c, cs + c * s, ss + s * s, cy + c * y, sy + s * y)
    }
    let determinant = cc * ss - cs * cs
    guard determinant > 1e-12 * cc * ss else { return nil }
    let (a, b) = ((ss * cy - cs * sy) / determinant, (cc * sy - cs * cy) / determinant)
    let mean = meanY - a * meanC - b * meanS
    let height = (a * a + b * b).squareRoot()
    guard height > 0, height.isFinite else { return nil }
    let phase = Libm.acos(max(-1, min(1, a / height))) * (b < 0 ? -1 : 1)
    var crest = origin + phase / frequency
    // Of the crests that there are, the one next to the points.
    let reach = 0.25 * length
    while !rises, crest > origin + reach { crest -= 2 * length }
    while rises, crest < points[points.count - 1].x - reach { crest += 2 * length }
    let (squares, worst) = rows.reduce((0.0, 0.0)) { sum, row in
      let off = row.y - mean - a * row.c - b * row.s
      return (sum.0 + off * off, max(sum.1, abs(off)))
    }
    return (squares, Cosine(crest: crest, length: length, mean: mean, height: height, error: worst))
  }
}
