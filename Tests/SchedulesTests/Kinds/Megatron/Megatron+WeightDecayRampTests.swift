import Testing

@testable import Schedules

@Suite struct MegatronWeightDecayRampTests {
  private func decays(_ parameters: String, optimizer json: String = #"{"type": "AdamW"}"#) throws -> [[Double?]] {
    let node = #"{"type": "megatron.scheduler", "wd_incr_steps": 4, \#(parameters)}"#
    var stepping = try Stepping(node, optimizer: try optimizer(json))
    return try stepping.groups(6).map { $0.map(\.weightDecay) }
  }

  @Test func `grows along a line or a cosine`() throws {
    let span = #""start_wd": 0.1, "end_wd": 0.3"#
    expect(
      try decays(#"\#(span), "wd_incr_style": "linear""#).compactMap(\.[0]), near: [0.1, 0.15, 0.2, 0.25, 0.3, 0.3])
    expect(
      try decays(#"\#(span), "wd_incr_style": "cosine""#).compactMap(\.[0]),
      near: [0.1, 0.129289, 0.2, 0.270711, 0.3, 0.3])
  }

  @Test func `is each group's own, times its factor`() throws {
    let own = #"{"type": "AdamW", "param_groups": [{"wd_mult": 0}, {"start_wd": 0.2, "end_wd": 0.4}]}"#
    let values = try decays(#""wd_incr_style": "linear", "end_wd": 0.01"#, optimizer: own)
    #expect(values.map(\.[0]) == [0, 0, 0, 0, 0, 0])
    expect(values.compactMap(\.[1]), near: [0.2, 0.25, 0.3, 0.35, 0.4, 0.4])
  }

  @Test func `is driven only when it is given`() throws {
    #expect(try Stepping(#"{"type": "megatron.scheduler"}"#).node.scheduler.drives == [])
    #expect(try Stepping(#"{"type": "megatron.scheduler", "start_wd": 0.1}"#).node.scheduler.drives == .weightDecay)
  }

  @Test(arguments: [
    (#""start_wd": 0.1, "end_wd": 0.05"#, "value at 0.05"),
    (#""start_wd": 0.1, "end_wd": 0.2"#, #"value at "megatron.scheduler""#),
    (#""start_wd": 0.1, "wd_incr_style": "linear", "wd_incr_steps": 0"#, #"value at "megatron.scheduler""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "megatron.scheduler", \#(parameters)}"#) == expected)
  }
}
