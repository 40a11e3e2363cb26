import Testing

@testable import Schedules

@Suite struct PaddleNoamDecayTests {
  @Test func `begins at nothing and peaks at the end of its warm-up`() throws {
    let json = #"{"type": "paddle.NoamDecay", "d_model": 4, "warmup_steps": 4}"#
    expect(try Stepping.rates(json, count: 7), near: [0, 0.0625, 0.125, 0.1875, 0.25, 0.223607, 0.204124])
  }

  @Test func `takes 1 for its rate unless told otherwise`() throws {
    let json = #"{"type": "paddle.NoamDecay", "d_model": 4, "warmup_steps": 4"#
    let (one, other) = (
      try Stepping.rates(json + "}", count: 5, lr: 7), try Stepping.rates(json + "}", count: 5, lr: 2)
    )
    #expect(one == other)
    #expect(try Stepping.rates(json + #", "learning_rate": null}"#, count: 5, lr: 2)[4] == 0.5)
  }
}
