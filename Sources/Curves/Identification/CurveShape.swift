import Objectives
import Text

/// What readings look like: where they rise, stay, and fall.
struct CurveShape {
  /// A fall between two steps, and the levels that it connects.
  struct Fall {
    let descent: Descent
    let begin: Int
    let end: Int
    let top: Double
    let foot: Double
    let error: Double
  }

  /// The readings, by their rows.
  let points: [CurveFit.Point]
  let peak: Double
  /// How far two readings of one value may be apart.
  let tolerance: Double
  /// How long the run was, or may have been.
  let lengths: [Int]
  /// The first reading of the highest level that is reached without a fall, and the last one.
  let head: Int
  let plateau: Int
  /// The first reading of the level that is then fallen to, and the last one.
  let floor: Int
  let tail: Int

  init(_ readings: RateReadings) {
    let points = zip(readings.rows, readings.rates).map { (x: Double($0), y: $1) }
    let peak = readings.peak
    let tolerance = max(4 * readings.noise, 1e-9) * peak
    self.points = points
    self.peak = peak
    self.tolerance = tolerance
    let rows = (readings.rows.last ?? 0) + 1
    let gap = zip(readings.rows, readings.rows.dropFirst()).map { $1 - $0 }.min() ?? 1
    let whole = (rows + gap - 1) / max(1, gap) * gap
    var lengths = readings.total.map { [$0] } ?? []
    for length in [rows, whole, rows - 1] where length > 0 && !lengths.contains(length) { lengths.append(length) }
    self.lengths = lengths

    var (highest, last) = (points.first?.y ?? 0, 0)
    while last + 1 < points.count, points[last + 1].y >= highest - tolerance {
      last += 1
      highest = max(highest, points[last].y)
    }
    plateau = last
    head = points.firstIndex { $0.y >= highest - tolerance } ?? 0
    var lowest = points.isEmpty ? 0 : points[last].y
    while last + 1 < points.count, points[last + 1].y <= lowest + tolerance {
      last += 1
      lowest = min(lowest, points[last].y)
    }
    tail = last
    floor = points.isEmpty ? 0 : points[plateau...last].firstIndex { $0.y <= lowest + tolerance } ?? last
  }

  /// Whether the readings are written in full.
  var isExact: Bool { tolerance <= 1e-8 * peak }
  /// Whether nothing but a rise and a fall is there.
  var isOneFall: Bool { tail == points.count - 1 }
  var isConstant: Bool { head == 0 && plateau == points.count - 1 }
  /// Whether a level is held after the fall.
  var holdsFloor: Bool { tail - floor > 1 && points[floor].x > points[plateau].x }

  func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= tolerance }

  // MARK: Numbers as people choose them

  /// A rate near a value: round, if one is as near as the readings tell, and as it was found.
  func rates(near value: Double, within doubt: Double? = nil) -> [Double] {
    guard value.isFinite, value != 0 else { return [] }
    var found: [Double] = []
    if let round = CurveShape.round(value, within: doubt ?? max(2e-8 * abs(value), 0.5 * tolerance)) { found = [round] }
    if !found.contains(value) { found.append(value) }
    return found
  }

  /// The decimal of the fewest digits near a value; `nil` if it takes more than eight.
  static func round(_ value: Double, within doubt: Double) -> Double? {
    let magnitude = abs(value)
    guard magnitude.isFinite, magnitude > 0 else { return nil }
    let exponent = Libm.log10(magnitude).rounded(.down)
    for digits in 0..<9 {
      // Powers of ten are exact up to 10²², so quotients by them are the nearest doubles.
      let places = Double(digits) - exponent
      let power = Libm.pow(10, abs(places))
      let rounded = places >= 0 ? (magnitude * power).rounded() / power : (magnitude / power).rounded() * power
      if abs(rounded - magnitude) <= doubt, rounded > 0 { return value < 0 ? -rounded : rounded }
    }
    return nil
  }

  /// Counts near a number: the nearest, and where the readings leave doubt rounder ones and neighbours.
  func counts(near value: Double, doubt: Double? = nil, atLeast least: Int = 1) -> [Int] {
    guard value.isFinite, abs(value) < 1e9, let whole = Int(exactly: value.rounded()) else { return [] }
    let doubt =
      doubt ?? (isExact ? 0.02 : min(0.02 * abs(value), max(1.5, 40 * tolerance / peak * abs(value))))
    var near: [Int] = []
    func add(_ count: Int) {
      if count >= least, abs(Double(count) - value) <= max(doubt, 0.5), !near.contains(count) { near.append(count) }
    }
    if doubt >= 1 {
      for length in lengths { add(length) }
      for unit in [1000, 500, 100, 50, 10, 5] { add((whole + unit / 2) / unit * unit) }
    }
    add(whole)
    if doubt >= 1 { for distance in 1...3 { [whole - distance, whole + distance].forEach(add) } }
    return near
  }

  /// A few hundred of some readings.
  func sample(_ range: Range<Int>) -> [CurveFit.Point] {
    let stride = max(1, range.count / 160)
    return range.count < 2
      ? Array(points[range]) : Swift.stride(from: range.lowerBound, to: range.upperBound, by: stride).map { points[$0] }
  }

  // MARK: The rise

  /// The line that the readings rise along.
  var rise: CurveFit.Line? {
    // The last reading of the rise may lie beyond its end.
    guard head > 0, let line = CurveFit.line(sample(0..<max(2, head))), line.slope > 0 else { return nil }
    return line.error <= 2 * tolerance ? line : nil
  }

  /// The rate at row 0, next to zero if it is that.
  func start(of rise: CurveFit.Line) -> Double {
    let start = points[0].x == 0 ? points[0].y : rise.start
    return abs(start) <= tolerance ? 0 : start
  }

  // MARK: The fall

  /// How far a fit of a right form may be off.
  private var allowed: Double { max(2 * tolerance, 1e-8 * peak) }
  /// The same before its steps are rounded, which a search finds to half as many digits as there are.
  private var roughlyAllowed: Double { max(2 * tolerance, 1e-5 * peak) }

  /// The falls of every form that the readings between the highest level and the next may follow; the best first.
  /// - Parameters:
  ///   - rise: The steps of the rise before it.
  func falls(behind rise: [Int]) -> [Fall] {
    guard floor > plateau else { return [] }
    let points = sample(plateau..<min(self.points.count, floor + 1))
    guard points.count > 2 else { return [] }
    // Where it may begin: at the end of the rise or of the level, or, underneath the rise, at row 0.
    var begins = rise
    func add(_ more: [Int]) { begins += more.filter { !begins.contains($0) } }
    let held = self.points[plateau].x - self.points[head].x
    if let up = self.rise, let down = CurveFit.line(Array(points.dropFirst())) {
      add(counts(near: (down.start - up.start) / (up.slope - down.slope)))
    }
    if held > 0 || head == 0 && self.points[0].x > 0 { add(between(plateau, plateau + 1)) }
    if head == 0 || held == 0 { add([0]) }
    let sure = begins
    // No reading need show the peak.
    if head > 0, held == 0 { add(between(head - 1, min(head + 1, self.points.count - 1))) }
    var falls = lines(points, sure) + cosines(points, begins)
    for descent in [
      Descent.root, .halving, .tanh, .power(2), .power(0.5), .power(0.9), .power(3), .power(4), .power(1.5),
    ] {
      falls += self.falls(descent, points, begins)
    }
    falls = falls.filter { $0.error <= allowed }
    if falls.isEmpty, let power = power(points, begins) {
      falls = self.falls(.power(power), points, begins).filter { $0.error <= allowed }
    }
    return falls.sorted { $0.error < $1.error || $0.error == $1.error && $0.begin < $1.begin }
  }

  /// The steps from a reading to another, and of many the roundest.
  func between(_ first: Int, _ last: Int) -> [Int] {
    guard last < points.count, let low = Int(exactly: points[first].x), let high = Int(exactly: points[last].x),
      low < high
    else { return [] }
    if high - low <= 24 { return Array(max(0, low - 1)..<high) }
    return [1000, 500, 200, 100, 50, 20, 10].compactMap { unit in
      let step = (high - 1) / unit * unit
      return step >= low ? step : nil
    }.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
  }

  private func fall(
    _ descent: Descent, _ points: [CurveFit.Point], _ begin: Int, _ end: Int, foot: Double? = nil
  ) -> Fall? {
    guard let made = descent.levels(points, from: Double(begin), to: Double(end), top: nil, foot: foot) else {
      return nil
    }
    return Fall(descent: descent, begin: begin, end: end, top: made.top, foot: made.foot, error: made.error)
  }

  /// Lines have no end of their own: it is where the run ends, where 0 is, or where a level is held.
  private func lines(_ points: [CurveFit.Point], _ begins: [Int]) -> [Fall] {
    guard let line = CurveFit.line(points.count > 3 ? Array(points.dropFirst()) : points), line.slope < 0,
      line.error <= allowed
    else { return [] }
    var begins = begins
    let crossing = counts(near: line.place(of: self.points[head].y), atLeast: 0)
    if plateau > head || self.points[0].x > 0 { begins += crossing.filter { !begins.contains($0) } }
    var ends: [Int] = []
    if holdsFloor { ends += counts(near: line.place(of: self.points[floor].y)) }
    ends += counts(near: line.place(of: 0))
    if !holdsFloor { ends += lengths }
    var falls: [Fall] = []
    for begin in begins {
      for end in ends where end > begin {
        let made = self.fall(.line, Array(points.dropFirst(points.count > 3 ? 1 : 0)), begin, end)
        if let made, made.foot > -allowed, !falls.contains(where: { $0.begin == begin && $0.end == end }) {
          falls.append(made)
        }
      }
    }
    return falls
  }

  private func cosines(_ points: [CurveFit.Point], _ begins: [Int]) -> [Fall] {
    guard points.count > 4, let cosine = CurveFit.cosine(Array(points.dropFirst())), cosine.error <= roughlyAllowed
    else {
      return []
    }
    let doubt = isExact ? nil : max(2, 0.01 * cosine.length)
    var crests = counts(near: cosine.crest, doubt: doubt, atLeast: 0)
    // What else is known of where it begins is likelier than its neighbours.
    let known = begins.filter { abs(Double($0) - cosine.crest) <= max(1, doubt ?? 0) }
    crests = known + crests.filter { !known.contains($0) }
    let ends = counts(near: cosine.crest + cosine.length, doubt: doubt)
    return crests.prefix(8).flatMap { crest in
      ends.filter { $0 > crest }.compactMap { fall(.cosine, Array(points.dropFirst()), crest, $0) }
    }
  }

  private func falls(_ descent: Descent, _ points: [CurveFit.Point], _ begins: [Int]) -> [Fall] {
    guard points.count > 4, let last = points.last?.x else { return [] }
    let behind = Array(points.dropFirst())
    return begins.prefix(26).flatMap { begin -> [Fall] in
      let origin = Double(begin)
      // The end lies after the last reading of the fall and, where a level is held, before its first reading.
      let low = holdsFloor ? max(origin + 1, self.points[floor - 1].x) : max(last, origin + 1)
      let high = holdsFloor ? self.points[floor].x + 1 : origin + 8 * (last - origin + 1)
      guard low < high else { return [] }
      // A root has the same form whatever its end and its foot: one of them must be known.
      let foot: Double? = descent != .root ? nil : holdsFloor ? self.points[floor].y : 0
      var ends: [Int] = []
      if let (end, error) = descent.end(behind, from: origin, within: low...high, top: nil, foot: foot),
        error <= roughlyAllowed
      {
        ends = counts(near: end, doubt: isExact ? 0.05 : max(2, 0.02 * (end - origin)))
      }
      let found = ends.filter { $0 > begin }.compactMap { fall(descent, behind, begin, $0, foot: foot) }
      // The run may end where the fall does, at any level or at 0.
      let others = lengths.filter { $0 > begin && !ends.contains($0) }
      return found + others.compactMap { fall(descent, behind, begin, $0, foot: descent == .root ? nil : 0) }
    }
  }

  /// The power of a fall to 0 at the end of the run.
  private func power(_ points: [CurveFit.Point], _ begins: [Int]) -> Double? {
    let behind = Array(points.dropFirst())
    var best: (power: Double, error: Double)?
    for begin in begins.prefix(3) {
      for end in lengths.prefix(3) where end > begin {
        func squares(_ power: Double) -> Double {
          Descent.power(power).levels(behind, from: Double(begin), to: Double(end), top: nil, foot: 0)?.squares
            ?? .infinity
        }
        let power = GoldenSection.minimum(in: 0.05...12, evaluations: CurveFit.evaluations, squares)
        let error = squares(power)
        if error < best?.error ?? .infinity { best = (power, error) }
      }
    }
    return best.flatMap { CurveShape.round($0.power, within: 1e-3 * $0.power) }
  }
}
