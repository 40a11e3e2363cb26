import Text

/// What fastai's `lr_find` makes of a range test: where it stops, and the rates that it suggests.
///
/// The record is the exponential average of the losses, corrected for its start; it ends when it is four times its least.
/// Suggestions do not see its first tenth and its last five points.
///
/// Source: fastai 2.8, `callback/schedule.py`; after Smith 2017, arXiv:1506.01186.
package struct RateFinder: Sendable, Equatable {
  /// What the suggestions are worth.
  package static let remark =
    "The suggestions explain fastai’s method on this objective; they are not advice for a network."

  /// How many updates there were.
  package let count: Int
  /// The rate of the last one.
  package let last: Double
  package private(set) var valley: Double?
  package private(set) var steep: Double?
  /// A tenth of the rate that has the least loss.
  package private(set) var minimum: Double?
  package private(set) var slide: Double?

  /// The finder of a run with these rates and losses before each update; `nil` where there is no update.
  package init?(rates: [Double], losses: [Double]) {
    var record: [Double] = []
    var (average, fading, least) = (0.0, 1.0, Double.infinity)
    for loss in losses {
      average = 0.98 * average + 0.02 * loss
      fading *= 0.98
      let smooth = average / (1 - fading)
      record.append(smooth)
      if smooth < least { least = smooth }
      if smooth.isNaN || smooth > 4 * least { break }
    }
    count = record.count
    guard count > 0, rates.count >= count else { return nil }
    last = rates[count - 1]
    let start = losses.count / 10
    guard start < count - 5 else { return }
    let seen = Array(record[start..<count - 5].prefix { !$0.isNaN })
    let offered = Array(rates[start..<start + seen.count])
    guard seen.count > 1 else { return }
    valley = Self.valley(offered, seen)
    steep = Self.steep(offered, seen)
    minimum = seen.indices.min { seen[$0] < seen[$1] }.map { offered[$0] / 10 }
    slide = Self.slide(offered, seen)
  }

  /// Two thirds into the longest falling subsequence: half of the middle third.
  private static func valley(_ rates: [Double], _ losses: [Double]) -> Double? {
    // For each length, the largest loss that a falling subsequence of it may end with.
    var ends: [Double] = []
    var (longest, end) = (1, 0)
    for (index, loss) in losses.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] > loss { low = middle + 1 } else { high = middle }
      }
      if low < ends.count { ends[low] = loss } else { ends.append(loss) }
      if low + 1 > longest { (longest, end) = (low + 1, index) }
    }
    guard longest > 1 else { return rates.first }
    let start = end - longest
    let section = Double(longest) / 3
    let place = start + Int(section) + Int(section / 2)
    return rates.indices.contains(place) ? rates[place] : rates.last
  }

  /// The rate from which the loss falls most steeply along its logarithm.
  private static func steep(_ rates: [Double], _ losses: [Double]) -> Double? {
    var (best, place) = (Double.infinity, 0)
    for index in losses.indices.dropLast() {
      let slope = (losses[index + 1] - losses[index]) / (Libm.log(rates[index + 1]) - Libm.log(rates[index]))
      if slope < best { (best, place) = (slope, index) }
    }
    return rates[place]
  }

  /// A window of 15 that slides down from the end until the slopes at its ends are alike.
  private static func slide(_ rates: [Double], _ losses: [Double]) -> Double? {
    let width = 15
    guard losses.count > width else { return nil }
    func slope(_ index: Int) -> Double {
      let (before, behind) = (max(0, index - 1), min(losses.count - 1, index + 1))
      return (losses[behind] - losses[before]) / Double(behind - before)
    }
    var right = losses.count - 1
    var found = rates[right - width]
    while right - width >= 0, abs(slope(right) - slope(right - width)) > 0.005 {
      found = rates[right - width]
      right -= 1
    }
    return found
  }
}
