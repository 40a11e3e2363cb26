import Diagnostics
import Testing

@testable import Schedules

@Suite struct DecayTests {
  @Test(arguments: Decay.allCases)
  func `goes from exactly 1 to its end, and never rises`(decay: Decay) {
    for end in [0.1, 0.3, 1] {
      let values = (0...100).map { decay.factor(Double($0) / 100, to: end) }
      #expect(values[0] == 1)
      #expect(abs(values[100] - end) < 1e-15)
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-15 })
    }
  }

  @Test func `gets to zero, or is refused`() throws {
    for decay in Decay.allCases {
      if decay == .exponential || decay == .inverse {
        #expect(throws: Diagnostic.self) { try decay.check(end: 0, as: "min_ratio") }
      } else {
        try decay.check(end: 0, as: "min_ratio")
        #expect(abs(decay.factor(1, to: 0)) < 1e-15)
      }
      try decay.check(end: 0.01, as: "min_ratio")
    }
  }
}
