import Diagnostics
import Testing

@testable import Schedules

@Suite struct FastaiProgressTests {
  @Test func `is counted anew in every epoch, and summed up within`() {
    var progress = Fastai.Progress()
    progress.bind(to: RunLength(count: 6, perEpoch: 3))
    let one = 1.0 / 6
    #expect(
      (0..<8).map { progress.move(to: $0) } == [0, one, one + one, 0.5, 0.5 + one, 0.5 + one + one]
        + Array(repeating: 0.5 + one + one, count: 2))
    // A jump sums up as the way there would have.
    #expect(progress.move(to: 2) == one + one)
  }

  @Test func `keeps to the epochs that it was given`() {
    var progress = Fastai.Progress(epochs: 2)
    progress.bind(to: RunLength(count: 100, perEpoch: 2))
    #expect(progress.count == 4)
    #expect(progress.move(to: 50) == 0.75)
  }

  @Test func `finds the first step of a part as fastai does, in single precision`() {
    let progress = Fastai.Progress(epochs: 70)
    // In single precision 10/70 is not before a seventh, and 30/70 is before a seventh and two together.
    #expect(progress.first(from: Double(Float(1.0 / 7))) == 10)
    #expect(progress.first(from: Double(Float(1.0 / 7) + Float(2.0 / 7))) == 31)
    #expect(progress.first(from: 0) == 0)
    #expect(progress.first(from: 0.5) == 35)
    #expect(progress.first(from: 0.51) == 36)
    #expect(Fastai.Progress().first(from: 0.5) == 0)
  }

  @Test func `refuses a training of unknown length`() {
    #expect(throws: Diagnostic.self) { try Fastai.Progress().require() }
  }
}
