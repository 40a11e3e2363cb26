import Text

/// Ticks for a logarithmic axis: decades while there are enough, then 2 and 5, then 1 … 9, then equal steps.
enum LogarithmicTicks {
  /// At least two ticks around a range of positive numbers, for an axis of a length in pixels.
  static func covering(_ low: Double, _ high: Double, length: Double) -> Ticks {
    let range = usable(low, high)
    let wanted = max(3, min(Int(exactly: (length / 48).rounded(.down)) ?? 3, 8))
    var candidates: [Ticks] = []
    for grid in [[1], [1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]] {
      candidates.append(ticks(on: grid, bounds: grid, range, atMost: wanted + 2))
    }
    // Decades alone, on an axis that ends nearer to the values and is labelled there.
    candidates.append(ended(ticks(on: [1], bounds: [1, 2, 5], range, atMost: wanted + 2), length: length))
    if range.high / range.low < 5 {
      let linear = LinearTicks.covering(range.low, range.high, wanted: wanted)
      let positive = linear.all.filter { $0.value > 0 }
      if let first = positive.first {
        candidates.append(Ticks(all: positive, low: min(first.value, range.low), high: linear.high))
      }
    }
    let best = candidates.lazy.filter { (2...10).contains($0.all.count) }
      .min { cost($0, range, wanted, length) < cost($1, range, wanted, length) }
    return withMinor(best ?? ticks(on: [1], bounds: [1], range, atMost: 9), length: length)
  }

  /// The ticks, and one at the upper end of the axis where there is room for its label.
  private static func ended(_ ticks: Ticks, length: Double) -> Ticks {
    let span = Libm.log10(ticks.high / ticks.low)
    guard let last = ticks.all.last, span > 0, Libm.log10(ticks.high / last.value) / span * length >= 16 else {
      return ticks
    }
    let places = ticks.all.map(\.value) + [ticks.high]
    let named = labelled(places.compactMap(place))
    return named.count == places.count ? Ticks(all: named, low: ticks.low, high: ticks.high) : ticks
  }

  /// The ticks with 2 … 9 in each decade between, where these are far enough apart to be seen one by one.
  private static func withMinor(_ ticks: Ticks, length: Double) -> Ticks {
    let span = Libm.log10(ticks.high / ticks.low)
    guard span > 0.5, length / span > 30, let first = place(ticks.low), let last = place(ticks.high) else {
      return ticks
    }
    let labelled = ticks.all.map(\.value)
    var result = ticks
    result.minor = places(from: first, to: last, on: Array(1...9)).map(value).filter { !labelled.contains($0) }
    return result
  }

  /// A number as a mantissa of one digit and an exponent, if it is one.
  private static func place(_ value: Double) -> Place? {
    let exponent = Int(exactly: Libm.log10(value * (1 + 1e-9)).rounded(.down)) ?? 0
    return (1...9).map { (mantissa: $0, exponent: exponent) }.first { self.value($0) == value }
  }

  private typealias Bounds = (low: Double, high: Double)

  private static func usable(_ low: Double, _ high: Double) -> Bounds {
    guard low > 0, high > 0, low.isFinite, high.isFinite else { return (0.1, 1) }
    let ordered = (low: max(1e-290, min(low, high)), high: min(1e290, max(low, high, 1e-290)))
    if ordered.high > ordered.low * (1 + 1e-10) { return ordered }
    return (ordered.low / 2, ordered.high * 2)
  }

  /// How bad the ticks are: unused axis, too many or too few, labels that would touch.
  private static func cost(_ ticks: Ticks, _ range: Bounds, _ wanted: Int, _ length: Double) -> Double {
    let span = Libm.log10(ticks.high / ticks.low)
    guard span > 0 else { return .infinity }
    let waste = 1 - Libm.log10(range.high / range.low) / span
    var closest = 1.0
    for (tick, next) in zip(ticks.all, ticks.all.dropFirst()) {
      closest = min(closest, Libm.log10(next.value / tick.value) / span)
    }
    let excess = 0.06 * Double(abs(ticks.all.count - wanted))
    // Two ticks are enough to read the axis, but they do not show that it is a logarithmic one.
    return waste + excess + (ticks.all.count == 2 ? 0.1 : 0) + (closest * length < 16 ? 1 : 0)
  }

  /// The ticks of some mantissas, within bounds that may be set on more of them.
  private static func ticks(on mantissas: [Int], bounds: [Int], _ range: Bounds, atMost most: Int) -> Ticks {
    let first = index(of: range.low, on: bounds, .down)
    let last = index(of: range.high, on: bounds, .up)
    let low = place(first, on: bounds)
    let high = place(last, on: bounds)
    var places = places(from: low, to: high, on: mantissas)
    if mantissas == [1], places.count > most, let last = places.last {
      // Every second, third … decade, counted from the highest: the peak is what is looked for first.
      let stride = (places.count + most - 1) / most
      places = places.filter { (last.exponent - $0.exponent).isMultiple(of: stride) }
    }
    return Ticks(all: labelled(places), low: value(low), high: value(high))
  }
}

// MARK: A mantissa and a power of ten

extension LogarithmicTicks {
  private typealias Place = (mantissa: Int, exponent: Int)

  private static func value(_ place: Place) -> Double { Double("\(place.mantissa)e\(place.exponent)") ?? 1 }

  private static func place(_ index: Int, on mantissas: [Int]) -> Place {
    let decade = Int((Double(index) / Double(mantissas.count)).rounded(.down))
    return (mantissas[index - decade * mantissas.count], decade)
  }

  /// The number of the nearest place at or below (above) a value, counted from 1e0.
  private static func index(of value: Double, on mantissas: [Int], _ rule: FloatingPointRoundingRule) -> Int {
    let decade = Int(exactly: Libm.log10(value).rounded(.down)) ?? 0
    // The logarithm may be off by one next to a power of ten, so one decade more is looked at on either side.
    let nearby = ((decade - 1) * mantissas.count)..<((decade + 3) * mantissas.count)
    let slack = 1e-9
    if rule == .down {
      return nearby.last { self.value(place($0, on: mantissas)) <= value * (1 + slack) } ?? nearby.lowerBound
    }
    return nearby.first { self.value(place($0, on: mantissas)) >= value * (1 - slack) } ?? nearby.upperBound
  }

  private static func places(from low: Place, to high: Place, on mantissas: [Int]) -> [Place] {
    guard low.exponent <= high.exponent else { return [] }
    var places: [Place] = []
    for exponent in low.exponent...high.exponent {
      for mantissa in mantissas {
        if exponent == low.exponent, mantissa < low.mantissa { continue }
        if exponent == high.exponent, mantissa > high.mantissa { continue }
        places.append((mantissa, exponent))
      }
    }
    return places
  }

  /// Decimals while every tick is in 10⁻³ ..< 10⁴, else a mantissa and an exponent on each.
  private static func labelled(_ places: [Place]) -> [Tick] {
    let isPlain = places.allSatisfy { (-3..<4).contains($0.exponent) }
    return places.map { place in
      let zeros = String(repeating: "0", count: isPlain ? max(0, place.exponent) : 0)
      let label =
        if !isPlain {
          "\(place.mantissa)e\(place.exponent)"
        } else if place.exponent < 0 {
          TickLabels.decimal((place.mantissa, places: -place.exponent))
        } else {
          "\(place.mantissa)\(zeros)"
        }
      return Tick(value: Double(label) ?? 1, label: label)
    }
  }
}
