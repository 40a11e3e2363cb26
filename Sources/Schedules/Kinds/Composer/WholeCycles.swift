import Diagnostics

extension Composer {
  /// Cycles one after the other, each the one before times `growth`, cut to a whole number of batches.
  struct WholeCycles: Sendable {
    /// Where each begins, as far as it was looked up, and the length of the last of them.
    private(set) var starts: [Double] = [0]
    private var lastLength: Double
    private let growth: Double

    /// Looks up the cycles of a run; their lengths differ until they repeat, so there are few.
    init(first: Double, growth: Double, until end: Double) {
      self.growth = growth
      lastLength = first
      while let last = starts.last, last + lastLength < end, next != lastLength, next >= 1 { append() }
    }

    private var next: Double { (growth * lastLength).rounded(.towardZero) }

    private mutating func append() {
      starts.append((starts.last ?? 0) + lastLength)
      lastLength = next
    }

    /// The part of its cycle that is over at a time.
    func progress(at now: Double) throws(Diagnostic) -> Double {
      let index = Python.bisect(starts, now) - 1
      let start = starts[max(0, index)]
      guard index + 1 == starts.count else { return (now - start) / (starts[index + 1] - start) }
      if now - start < lastLength { return (now - start) / lastLength }
      if next == lastLength { return ((now - start).truncatingRemainder(dividingBy: lastLength)) / lastLength }
      guard next >= 1 else {
        throw Diagnostic(.run, "the cycles have shrunk to nothing after \(Shown.number(start + lastLength)) batches")
      }
      // A training loop does not say where it ends, so more cycles may be needed than were looked up.
      var later = self
      repeat {
        later.append()
      } while now - (later.starts.last ?? now) >= later.lastLength && later.next != later.lastLength && later.next >= 1
      return try later.progress(at: now)
    }
  }
}
