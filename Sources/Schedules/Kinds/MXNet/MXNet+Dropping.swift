import Diagnostics

extension MXNet {
  /// When a scheduler multiplies its rate, and by what.
  protocol Drops: Sendable {
    var warmup: Warmup { get }
    var factor: Double { get }
    /// The lowest rate, if there is one.
    var floor: Double? { get }
    /// The update after which drop number `index` comes, counted from 0; `nil` when there are no more.
    func boundary(_ index: Int) -> Double?
    var length: Double? { get }
  }

  /// Multiplies the rate after each boundary: MXNet's schedulers remember how far they came, so a warm-up that ends late
  /// is followed by all the drops that it has covered.
  struct Dropping<D: Drops>: Clocked {
    private let drops: D
    var clock = Clock()
    private var rates: [Double] = []
    private var passed = 0

    init(_ drops: D) { self.drops = drops }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try drops.warmup.check(optimizer) }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      if clock.epoch <= 0 {
        rates = clock.bases.map(drops.warmup.peak)
        passed = 0
      }
      let isWarm = clock.epoch >= drops.warmup.steps
      if isWarm {
        while let boundary = drops.boundary(passed), Double(clock.epoch) > boundary {
          passed += 1
          for index in rates.indices {
            let rate = rates[index] * drops.factor
            rates[index] = drops.floor.map { rate < $0 ? $0 : rate } ?? rate
          }
        }
      }
      for (index, base) in clock.bases.enumerated() {
        optimizer.groups[index].lr = drops.warmup.rate(at: clock.epoch, base: base) ?? rates[index]
      }
    }

    var length: Double? { drops.length }
    var motion: Motion { .jumps }
    var phases: [Phase] { drops.warmup.phases("steps", .jumps) }
  }
}
