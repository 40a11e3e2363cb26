import Text

/// What readings say of the parameters that a schedule may have: by their meaning, the likeliest values first.
struct RateFeatures {
  /// The base rate, which is the peak.
  private(set) var bases: [Double] = []
  /// The length of the whole schedule, or of what follows the warm-up.
  private(set) var lengths: [Int] = []
  private(set) var warmUps: [Int] = []
  private(set) var holds: [Int] = []
  private(set) var decays: [Int] = []
  private(set) var floors: [Double] = []
  private(set) var starts: [Double] = []
  private(set) var milestones: [[Int]] = []
  private(set) var periods: [Int] = []
  /// The length of the first of several cycles, and how many there are.
  private(set) var cycles: [Int] = []
  private(set) var cycleCounts: [Int] = []
  /// Factors, powers, and parts: what no role says.
  private(set) var factors: [Double] = []

  private let points: [(x: Double, y: Double)]
  private let peak: Double
  private let tolerance: Double
  /// Where readings that rise from the first one end, those that stay at the peak, and those that fall from it.
  private var (head, plateau, tail) = (0, 0, 0)

  init(_ readings: RateReadings) {
    points = zip(readings.rows, readings.rates).map { (Double($0), $1) }
    peak = readings.peak
    tolerance = 4 * readings.noise * peak
    divide()
    let isStepped = findDrops(within: readings)
    findRestarts()
    if !isStepped { findTail() }
    findHead()
    findEnds(readings)
  }

  // MARK: Parts

  private func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= max(tolerance, 1e-9 * peak) }

  private mutating func divide() {
    while head + 1 < points.count, points[head + 1].y > points[head].y, !same(points[head + 1].y, points[head].y) {
      head += 1
    }
    plateau = head
    if let highest = points.dropFirst(head).first { bases = [highest.y] }
    while plateau + 1 < points.count, same(points[plateau + 1].y, points[head].y) { plateau += 1 }
    tail = plateau
    while tail + 1 < points.count, points[tail + 1].y < points[tail].y + tolerance { tail += 1 }
    // What is held in the end is no part of the fall.
    while tail > plateau + 1, same(points[tail - 1].y, points[tail].y) { tail -= 1 }
  }

  /// Readings that jump down and stay there.
  private mutating func findDrops(within readings: RateReadings) -> Bool {
    var starts: [Int] = []
    for index in points.indices.dropFirst() where !same(points[index].y, points[index - 1].y) { starts.append(index) }
    guard !starts.isEmpty, 2 * starts.count <= points.count, starts.allSatisfy({ points[$0].y < points[$0 - 1].y })
    else { return false }
    // A level of one reading is a slope.
    let levels = zip(starts, starts.dropFirst() + [points.count])
    guard levels.count(where: { $1 - $0 > 1 }) * 2 >= starts.count else { return false }
    for index in starts.prefix(4) where points[index - 1].y > 0 {
      add(points[index].y / points[index - 1].y, to: &factors)
    }
    let between = starts.map { (low: points[$0 - 1].x, high: points[$0].x) }
    milestones = [between.map { RateFeatures.round($0.low, $0.high) }]
    add(between.map { Int(exactly: $0.high) ?? 0 }, to: &milestones)
    if let period = RateFeatures.period(between) { periods = [period] }
    add(peak, to: &bases)
    return true
  }

  /// The roundest whole number above one and up to another.
  private static func round(_ low: Double, _ high: Double) -> Int {
    var power = 1e9
    while power >= 1 {
      for unit in [power, power / 2, power / 5] where unit >= 1 {
        let rounded = (high / unit).rounded(.down) * unit
        if rounded > low { return Int(exactly: rounded) ?? 0 }
      }
      power /= 10
    }
    return Int(exactly: high.rounded(.down)) ?? 0
  }

  /// The roundest distance of drops that lie between two readings each.
  private static func period(_ drops: [(low: Double, high: Double)]) -> Int? {
    var (low, high) = (0.0, Double.infinity)
    for (index, drop) in drops.enumerated() {
      low = max(low, drop.low / Double(index + 1))
      high = min(high, drop.high / Double(index + 1))
    }
    guard high.isFinite, low < high else { return nil }
    let period = round(low, high)
    return Double(period) > low ? period : nil
  }

  /// Readings that leap up again.
  private mutating func findRestarts() {
    guard tail + 1 < points.count else { return }
    let leaps = points.indices.dropFirst(plateau + 1).filter { index in
      points[index].y > points[index - 1].y + max(tolerance, 0.05 * peak)
    }
    guard let first = leaps.first else { return }
    // From one crest to the next, where a cosine tells them; else from reading to reading.
    let crests = ([plateau] + leaps).enumerated().map { place, start in
      let end = place < leaps.count ? leaps[place] : points.count
      let cosine = Fit.cosine(points[start..<end])
      return cosine.map(\.crest) ?? points[start].x
    }
    let lengths = zip(crests, crests.dropFirst()).map { $1 - $0 }
    if let length = lengths.first {
      addNear(length, to: &cycles)
      if let next = lengths.dropFirst().first, length > 0 { add((next / length).rounded(), to: &factors) }
      let whole = length * Double(leaps.count + 1)
      addNear(whole, to: &self.lengths)
    }
    addNear(points[first].x, to: &cycles)
    add(leaps.count + 1, to: &cycleCounts)
    // Triangles rise as slowly as they fall.
    let low = points.indices.dropFirst(1).first { $0 > head && points[$0].y > points[$0 - 1].y }
    if let low { addNear((points[low - 1].x - points[head].x), to: &cycles) }
  }

  // MARK: The fall

  private mutating func findTail() {
    let fall = points[plateau..<min(points.count, tail + 1)]
    guard fall.count > 1 else { return }
    let crest = points[head].y
    // The last reading of a plateau may lie before the fall begins.
    let slope = fall.count > 4 ? fall.dropFirst() : fall
    if let cosine = Fit.cosine(slope), abs(cosine.height) > tolerance {
      let foot = cosine.mean - cosine.height
      addRate(cosine.mean + cosine.height, to: &bases)
      addFloor(foot)
      addNear(cosine.crest + cosine.length, to: &lengths)
      addNear(cosine.length, to: &lengths)
      addNear(cosine.length, to: &decays)
      addNear(cosine.crest, to: &warmUps)
      addNear(cosine.crest, to: &holds)
    }
    if let line = Fit.line(slope), line.slope < 0, line.error <= max(tolerance, 1e-9 * peak) {
      for floor in [0, points[points.count - 1].y] {
        addNear((floor - line.start) / line.slope, to: &lengths)
        let begin = (crest - line.start) / line.slope
        addNear((floor - crest) / line.slope, to: &decays)
        addNear((floor - crest) / line.slope, to: &lengths)
        if plateau > head { addNear(begin, to: &holds) } else { addNear(begin, to: &warmUps) }
      }
    }
    let positive = slope.filter { $0.y > 0 }
    if positive.count > 2, let line = Fit.line(positive.map { (x: $0.x, y: Libm.log($0.y)) }[...]), line.slope < 0 {
      addRate(Libm.exp(line.slope), to: &factors)
      addRate(Libm.exp(line.start), to: &bases)
    }
    if positive.count > 2, let line = Fit.line(positive.map { (x: $0.x, y: 1 / ($0.y * $0.y)) }[...]), line.slope > 0 {
      // lr = base · √(t / (x + s)), whose square's inverse is 0 at −s.
      let scale = 1 / (line.slope * crest * crest)
      addNear(scale, to: &warmUps)
      add(scale.rounded(), to: &factors)
      addNear(line.start / line.slope, to: &warmUps)
    }
    for floor in [0, points[points.count - 1].y] {
      let above = slope.map { (x: $0.x, y: $0.y - floor) }.filter { $0.y > 2 * tolerance }
      guard let power = Fit.power(above[...]) else { continue }
      addRate(power.power, to: &factors)
      addNear(power.end, to: &lengths)
      addNear(power.end - points[plateau].x, to: &lengths)
      addNear(power.end - points[plateau].x, to: &decays)
    }
    // lr = base · (1 − √q): the square of 1 − lr / base is a line from the beginning of the decay to its end.
    let roots = slope.map { (x: $0.x, y: (1 - $0.y / crest) * (1 - $0.y / crest)) }
    if crest > 0, let line = Fit.line(roots[...]), line.slope > 0, line.error < 1e-3 {
      addNear(1 / line.slope, to: &decays)
      addNear((1 - line.start) / line.slope, to: &lengths)
      addNear(-line.start / line.slope, to: &holds)
    }
  }

  // MARK: The rise

  private mutating func findHead() {
    guard let first = points.first else { return }
    add(points[head].y, to: &bases)
    add(first.y, to: &bases)
    guard head > 0 else { return }
    addNear(points[head].x, to: &warmUps)
    // The last reading of the rise may lie after its end.
    let rise = points[0...max(1, head - 1)]
    if let line = Fit.line(rise), line.slope > 0 {
      for base in bases.prefix(4) {
        addNear((base - line.start) / line.slope, to: &warmUps, first: true)
        addNear(base / line.slope, to: &warmUps)
        if base > 0, abs(line.start) > max(tolerance, 1e-9 * peak) { addRate(line.start / base, to: &factors) }
      }
      if abs(line.start) > max(tolerance, 1e-9 * peak) { addRate(line.start, to: &starts) }
    }
    if let cosine = Fit.cosine(points[0...head]) {
      // A rise along a cosine is a fall backwards.
      for length in [cosine.length, cosine.crest] { addNear(length, to: &warmUps) }
    }
    if first.y > 0 {
      addRate(peak / first.y, to: &factors)
      addRate(first.y, to: &starts)
    }
  }

  // MARK: The ends

  private mutating func findEnds(_ readings: RateReadings) {
    guard let last = points.last else { return }
    let rows = (readings.rows.last ?? 0) + 1
    // Most schedules are as long as their run.
    let ends = readings.total.map { [$0, rows, rows - 1] } ?? [rows, rows - 1]
    lengths = ends + lengths.filter { !ends.contains($0) }
    if let gap = zip(readings.rows, readings.rows.dropFirst()).map({ $1 - $0 }).min(), gap > 1 {
      // The last reading lies up to an interval before the end.
      addNear(RateFeatures.roundedUp(Double(rows), by: Double(gap)), to: &lengths)
    }
    for warmUp in warmUps.prefix(3) {
      for length in lengths.prefix(4) where length > warmUp {
        add(length - warmUp, to: &lengths)
        add(Double(warmUp) / Double(length), to: &factors)
      }
    }
    if plateau > head {
      for start in holds.prefix(3) {
        for warmUp in warmUps.prefix(2) where start > warmUp { add(start - warmUp, to: &holds) }
      }
      addNear(points[plateau].x, to: &holds)
      for decay in decays.prefix(2) {
        for length in lengths.prefix(2) where length > decay { add(Double(decay) / Double(length), to: &factors) }
      }
    }
    if last.y < peak { addFloor(last.y) }
    if let slope = Fit.line(points[...]), slope.error <= max(tolerance, 1e-9 * peak), slope.slope != 0, peak > 0 {
      // A line all along: torch's ends at a part of the base rate after the last step.
      var parts = [1.0]
      for base in bases.prefix(2) {
        addRate((slope.start + slope.slope * Double(readings.total ?? rows)) / base, to: &parts)
        addRate(slope.start / base, to: &parts)
      }
      factors = parts + factors.filter { !parts.contains($0) }
    }
    for floor in floors.prefix(3) where peak > 0 && floor > 0 {
      addRate(floor / (bases.first ?? peak), to: &factors)
      if let first = points.first, first.y > 0 { addRate(first.y / floor, to: &factors) }
    }
    lengths = Array(lengths.prefix(14))
    warmUps = Array(warmUps.prefix(10))
    holds = Array(holds.prefix(6))
    decays = Array(decays.prefix(8))
    factors = Array(factors.prefix(16))
    floors = Array(floors.prefix(4))
    bases = Array(bases.prefix(3))
  }

  private static func roundedUp(_ value: Double, by unit: Double) -> Double { (value / unit).rounded(.up) * unit }

  // MARK: Lists

  private func add<T: Equatable>(_ value: T, to list: inout [T]) {
    if !list.contains(value) { list.append(value) }
  }

  /// A count, with a rounder one near it where it is not exact, and its neighbours.
  private func addNear(_ value: Double, to list: inout [Int], first: Bool = false) {
    guard value.isFinite, value >= 0.5, value < 1e9, let whole = Int(exactly: value.rounded()) else { return }
    var near = [whole]
    // Readings of few digits leave counts uncertain by as small a part, and people choose round ones.
    let doubt = max(1e-6, min(0.02, 100 * tolerance / max(peak, 1e-300)))
    for unit in [1000, 500, 100, 50, 10, 5] {
      let round = (whole + unit / 2) / unit * unit
      if round > 0, Double(abs(round - whole)) <= doubt * Double(whole), !near.contains(round) { near.append(round) }
    }
    if abs(value - value.rounded()) > 0.01 || tolerance > 1e-9 * peak { near += [whole + 1, max(1, whole - 1)] }
    if first { list.removeAll { near.contains($0) } }
    if first { list.insert(contentsOf: near, at: 0) } else { for value in near { add(value, to: &list) } }
  }

  /// A rate or a factor, as people write it where that is near enough, and as it was found.
  private func addRate(_ value: Double, to list: inout [Double]) {
    guard value.isFinite, value > 0 else { return }
    let doubt = max(1e-7, 50 * tolerance / max(peak, 1e-300))
    var unit = Libm.pow(10, -Libm.log10(value).rounded(.down))
    for _ in 0..<8 {
      let rounded = (value * unit).rounded() / unit
      if abs(rounded - value) <= doubt * value {
        add(RateFeatures.shortest(rounded), to: &list)
        break
      }
      unit *= 10
    }
    if !list.contains(where: { abs($0 - value) <= 1e-13 * value }) { list.append(value) }
  }

  /// A decimal without the last bits that a product brings.
  private static func shortest(_ value: Double) -> Double {
    Double(Significant.text(value)).flatMap { abs($0 - value) <= 1e-12 * abs(value) ? $0 : nil } ?? value
  }

  private mutating func addFloor(_ value: Double) {
    if value > max(tolerance, 1e-9 * peak) { addRate(value, to: &floors) }
  }
}
