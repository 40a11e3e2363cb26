import Diagnostics
import Testing

@testable import Schedules

@Suite struct ComposerTrainingTests {
  private func batches(_ text: String, ratio: Double = 1, isScaled: Bool = true) throws -> Double {
    let training = Composer.Training(run: RunLength(count: 21, perEpoch: 7), ratio: ratio)
    return try training.batches(try Composer.Time.parse(text), isScaled: isScaled)
  }

  @Test func `counts everything in batches, cut to whole ones`() throws {
    #expect(try batches("5ba") == 5)
    #expect(try batches("2ep") == 14)
    #expect(try batches("0.5dur") == 10)
    #expect(try batches("-0.5dur") == -10)
  }

  @Test func `scales all but parts of the training`() throws {
    #expect(try batches("5ba", ratio: 0.5) == 2)
    #expect(try batches("2ep", ratio: 1.3) == 18)
    #expect(try batches("0.5dur", ratio: 0.5) == 10)
    #expect(try batches("5ba", ratio: 0.5, isScaled: false) == 5)
  }

  @Test func `knows batches only where no run tells its length`() throws {
    let training = Composer.Training(ratio: 1)
    #expect(try training.batches(Composer.Time(value: 5, unit: .batches)) == 5)
    #expect(throws: Diagnostic.self) { try training.batches(.oneEpoch) }
    #expect(throws: Diagnostic.self) { try training.batches(.wholeTraining) }
  }
}
