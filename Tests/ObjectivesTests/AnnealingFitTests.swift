import Objectives
import Schedules
import Testing
import Text

/// Constants that are put in come out again.
@Suite struct AnnealingFitTests {
  private static let constants = Objective.Annealing(l0: 2.4, a: 0.6, alpha: 0.5, c: 0.55)

  @Test func `finds the constants that made a log`() throws {
    let fit = try AnnealingFit(log(every: 1) { 3e-4 * (0.55 + 0.45 * Libm.cos(.pi * $0)) })
    #expect(abs(fit.constants.l0 - 2.4) < 1e-5)
    #expect(abs(fit.constants.a - 0.6) < 1e-5)
    #expect(abs(fit.constants.alpha - 0.5) < 1e-5)
    #expect(abs(fit.constants.c - 0.55) < 1e-4)
    #expect(fit.constants.decay == 0.999)
    #expect(fit.residual.largest < 1e-6)
    #expect(try #require(fit.holdOut).largest < 1e-5)
  }

  @Test func `refuses what does not determine the constants`() {
    #expect(throws: AnnealingFit.Refusal.neverFalls) { try AnnealingFit(log(every: 4) { _ in 3e-4 }) }
    #expect(throws: AnnealingFit.Refusal.tooFew(3)) {
      try AnnealingFit(Array(log(every: 4) { 3e-4 * (1 - $0) }.prefix(3)))
    }
  }

  /// Readings of 400 updates after 20 of warm-up, a few hundred times as large as they would be.
  private func log(every: Int, _ rate: (Double) -> Double) -> [AnnealingFit.LoggedLoss] {
    let objective = Objective(.annealing(Self.constants), .annealing)
    var rates: [Double] = []
    for row in 0..<420 {
      let warmup = Double(row + 1) / 20
      rates.append(row < 20 ? rate(0) * warmup : rate(Double(row - 20) / 400))
    }
    let losses = objective.predictedLosses(for: rates) ?? []
    var readings: [AnnealingFit.LoggedLoss] = []
    for row in rates.indices where row % every == 0 || row == 19 {
      readings.append(AnnealingFit.LoggedLoss(step: row, rate: rates[row], loss: losses[row]))
    }
    return readings
  }
}
