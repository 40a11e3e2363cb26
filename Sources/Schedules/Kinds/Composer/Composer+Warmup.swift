import Diagnostics

extension Composer {
  /// The linear warm-up in front of a schedule.
  struct Warmup: Sendable {
    private let time: Time
    private let isScaled: Bool
    /// Its end, which is never scaled.
    private(set) var end = 0.0
    /// Where the ramp gets to the top, which may be scaled.
    private var top = 0.0

    private init(time: Time, isScaled: Bool) {
      self.time = time
      self.isScaled = isScaled
    }

    static let parameters = Parameters(
      Parameter<Time>("t_warmup", "How long the warm-up is."),
      Parameter("scale_warmup", default: false, "Whether scale_schedule_ratio scales the ramp, too."),
      make: Warmup.init
    ).and(ratio) { ($0, $1) }

    mutating func settle(in training: Training) throws(Diagnostic) {
      end = try training.batches(time, isScaled: false)
      top = try training.batches(time, isScaled: isScaled)
    }

    /// The factor within the warm-up, on the way to a peak; `nil` behind it.
    func rise(at now: Double, to peak: Double = 1) throws(Diagnostic) -> Double? {
      guard now < end else { return nil }
      return min(1, try Python.quotient(now, top, "t_warmup")) * peak
    }

    /// The part of the way from the end of the warm-up to `last` that is over.
    func progress(at now: Double, to last: Double) -> Double {
      last > end ? min(1, (now - end) / (last - end)) : 0
    }

    /// The warm-up, and what follows.
    func stretches(_ label: String, _ motion: Motion = .moves) -> [(start: Double, motion: Motion, label: String)] {
      [(0, .moves, "warm-up"), (end, motion, label)]
    }
  }
}
