import Diagnostics

extension Optimizer {
  /// Refuses an optimizer without momentum and betas, as torch's cyclic and one-cycle schedules do.
  func requireMomentum(for option: String) throws(Diagnostic) {
    guard supportsMomentum else {
      throw Diagnostic(
        .value, "“\(option)” needs an optimizer with momentum or betas, which \(type) does not have",
        hint: "set “\(option)” to false")
    }
  }

  /// Starts every group at its highest momentum and leaves the range in it, where one-cycle schedules look for it.
  mutating func setMomentumRange(base: [Double], max: [Double]) {
    for index in groups.indices {
      groups[index].drive(momentum: max[index])
      groups[index][.maxMomentum] = max[index]
      groups[index][.baseMomentum] = base[index]
    }
  }
}
