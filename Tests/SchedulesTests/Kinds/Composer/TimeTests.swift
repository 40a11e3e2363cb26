import Diagnostics
import Testing

@testable import Schedules

@Suite struct ComposerTimeTests {
  @Test(arguments: [
    ("10ep", 10, Composer.Time.Unit.epochs), ("100ba", 100, .batches), ("0.5dur", 0.5, .duration),
    ("1_000BA", 1000, .batches),
    ("1e2ba", 100, .batches), (" 4 ba", 4, .batches), ("-3ba", -3, .batches), (".5Dur", 0.5, .duration),
    ("5.ba", 5, .batches),
  ])
  func `is a number and a unit`(text: String, value: Double, unit: Composer.Time.Unit) throws {
    let time = try Composer.Time.parse(text)
    #expect(time.value == value && time.unit == unit)
  }

  @Test(arguments: [
    ("10", "is not a time"), ("ep", "is not a time"), ("", "is not a time"), ("2.5ep", "must be whole"),
    ("0x1ba", "is not a time"),
    ("infdur", "is not a time"), ("1__0ba", "is not a time"), ("_1ba", "is not a time"), ("1h30m", "wall-clock time"),
    ("10sec", "wall-clock time"), ("5sp", "counts samples"), ("5tok", "counts tokens"), ("2iter", "counts iterations"),
  ])
  func `refuses`(text: String, reason: String) {
    let error = #expect(throws: Diagnostic.self) { try Composer.Time.parse(text) }
    #expect(error?.message.contains(reason) == true)
  }

  @Test func `wants its unit, and says which there are`() {
    let complaints = complaints(aboutScheduler: #"{"type": "composer.LinearScheduler", "t_max": 10}"#)
    #expect(
      complaints == [
        "value at 10: “t_max” must be a time with its unit, not 10; “10ep” are epochs, “100ba” batches, “0.5dur” is half the training"
      ])
  }
}
