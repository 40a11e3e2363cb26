import Diagnostics

extension Composer {
  /// The training that times are part of, and the ratio by which its schedules are scaled.
  struct Training: Sendable {
    /// Its length; unknown in a training loop that ends when it likes.
    var run: RunLength?
    let ratio: Double

    /// A time in batches, scaled unless it is a part of the training, and cut to a whole number.
    func batches(_ time: Time, isScaled: Bool = true) throws(Diagnostic) -> Double {
      let ratio = isScaled ? ratio : 1
      switch time.unit {
      case .batches: return (time.value * ratio).rounded(.towardZero)
      case .epochs: return (time.value * Double(try length(for: time).perEpoch) * ratio).rounded(.towardZero)
      case .duration:
        let run = try length(for: time)
        return (time.value * Double(run.perEpoch) * Double(run.epochs)).rounded(.towardZero)
      }
    }

    private func length(for time: Time) throws(Diagnostic) -> RunLength {
      guard let run else {
        throw Diagnostic(
          .value, "\(time.shown) needs to know how long the training is, which no run tells",
          hint: "give “epochs”, or write the time in batches: “100ba”")
      }
      return run
    }

    /// Refuses a schedule that ends before the training does, as Composer does behind a warm-up.
    func check(end: Double, _ time: Time) throws(Diagnostic) {
      guard let run else { return }
      let total = Double(run.perEpoch) * Double(run.epochs)
      guard end < total else { return }
      throw Diagnostic(
        .value,
        "“t_max”, \(time.shown), must not be before the end of the training, after \(Shown.number(total)) batches",
        of: "t_max", hint: "set “epochs” to less, or leave t_max at “1dur”")
    }
  }
}
