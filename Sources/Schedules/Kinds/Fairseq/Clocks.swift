import Diagnostics

extension Fairseq {
  /// The epochs of a run, counted from 1, for schedulers that are stepped every update.
  struct Epochs: Sendable {
    private let length: Int?

    /// Of a run; in a training loop the length of an epoch is not known.
    init(_ run: RunLength? = nil) { length = run?.perEpoch }

    /// The epoch that an update belongs to; all to the first where the length of an epoch is not known.
    func epoch(of update: Int) -> Int { length.map { update / max(1, $0) + 1 } ?? 1 }

    /// Whether an update is the first of its epoch.
    func begin(at update: Int) -> Bool { update == 0 || length.map { update % max(1, $0) == 0 } ?? false }

    /// Refuses a schedule by epochs where their length is not known.
    func require(for parameter: String) throws(Diagnostic) {
      if length == nil {
        throw Diagnostic(
          .value, "“\(parameter)” needs the length of an epoch, which no run gives", of: parameter,
          hint: "give “epochs”")
      }
    }
  }

  /// The rates of the epochs, and the epoch from which they are annealed.
  struct Rates: Sendable {
    private let list: [Double]?
    private let forceAnneal: Int?

    init(list: [Double]?, forceAnneal: Int?) throws(Diagnostic) {
      if list == [] { throw Diagnostic(.value, "“lrs” needs at least one rate", of: "lrs") }
      self.list = list
      self.forceAnneal = forceAnneal
    }

    static let parameters = Parameters(
      Parameter<[Double]?>(
        "lrs", role: .peak, default: nil,
        "The rates of the epochs, fairseq's list in lr; null: each group's own for all of them."),
      Parameter<Int?>(
        "force_anneal", default: nil, in: .between(-1e9, 1e9), "The epoch, from 1, from which the rate is annealed."),
      make: Rates.init)

    /// Refuses what depends on epochs where they are not known.
    func check(_ epochs: Epochs) throws(Diagnostic) {
      if list.map({ $0.count > 1 }) ?? false { try epochs.require(for: "lrs") }
      if forceAnneal != nil { try epochs.require(for: "force_anneal") }
    }

    func first(base: Double) -> Double { list?.first ?? base }
    func last(base: Double) -> Double { list?.last ?? base }

    /// The rate at an index of the list, or the last one.
    func rate(at index: Int, base: Double) -> Double {
      guard let list else { return base }
      return list[min(max(0, index), list.count - 1)]
    }

    /// How many epochs annealing has lasted, 1 in its first; `nil` before it.
    func annealed(in epoch: Int) -> Int? {
      guard let forceAnneal, epoch >= forceAnneal else { return nil }
      return epoch + 1 - forceAnneal
    }
  }

  /// fairseq's linear warm-up: `init + u·(peak − init)/W`.
  struct Warmup: Sendable {
    /// W.
    let updates: Int
    let initLR: Double

    static func parameters(updates: Int = 0) -> Parameters<Warmup> {
      Parameters(
        Parameter(
          "warmup_updates", role: .warmup, default: updates, in: .between(-1e12, 1e12),
          "Updates of the linear warm-up."),
        Parameter(
          "warmup_init_lr", role: .start, default: -1.0,
          "The rate of update 0, if it warms up; below 0: the kind's own."),
        make: Warmup.init)
    }

    /// The rate of update 0, or `standard` where none is given.
    func start(or standard: Double) -> Double { initLR < 0 ? standard : initLR }

    /// The rate of an update on the way to the peak.
    func rate(at update: Int, from start: Double, to peak: Double) -> Double {
      start + Double(update) * ((peak - start) / Double(updates))
    }

    /// The warm-up, and what comes after it.
    func phases(_ label: String, _ motion: Motion = .moves) -> [Phase.Beginning] {
      (updates > 0 ? [(0, .moves, "warm-up")] : []) + [(Double(updates), motion, label)]
    }
  }
}
