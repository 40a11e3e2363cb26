import Testing

@testable import Schedules

@Suite struct TFPowerDecayWithOffsetTests {
  @Test func `never exceeds what it holds before the offset`() throws {
    let json = #"""
      {"type": "tf.PowerDecayWithOffset", "initial_learning_rate": 4, "power": -1, "offset": 2,
       "pre_offset_learning_rate": 3}
      """#
    #expect(try Stepping.rates(json, count: 7) == [3, 3, 3, 3, 2, 4.0 / 3, 1])
  }
}
