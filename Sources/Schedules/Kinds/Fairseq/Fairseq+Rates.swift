import Diagnostics

extension Fairseq {
  /// The rates of the epochs, and the epoch from which they are annealed.
  struct Rates: Sendable {
    private let list: [Double]?
    private let forceAnneal: Int?
    private(set) var epochs = Epochs()

    init(list: [Double]?, forceAnneal: Int?) throws(Diagnostic) {
      if list == [] { throw Diagnostic(.value, "“lrs” needs at least one rate", of: "lrs") }
      self.list = list
      self.forceAnneal = forceAnneal
    }

    static let parameters = Parameters(
      Parameter<[Double]?>(
        "lrs", default: nil, "The rates of the epochs, fairseq's list in lr; null: each group's own for all of them."),
      Parameter<Int?>(
        "force_anneal", default: nil, in: .between(-1e9, 1e9), "The epoch, from 1, from which the rate is annealed."),
      make: Rates.init)

    mutating func adopt(_ run: RunLength) { epochs.adopt(run) }

    func prepare() throws(Diagnostic) {
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
}
