import Testing

@testable import Schedules

@Suite struct DarknetConstantTests {
  @Test func `burns in along a fourth power, and stays`() throws {
    let json = #"{"type": "darknet.constant", "burn_in": 4}"#
    #expect(try Stepping.rates(json, count: 6, lr: 256) == [0, 1, 16, 81, 256, 256])
  }

  @Test func `has no burn-in unless it is given`() throws {
    #expect(try Stepping.rates(#"{"type": "darknet.constant"}"#, count: 2) == [1, 1])
  }
}

@Suite struct DarknetExpTests {
  @Test func `decays from the first batch on`() throws {
    let json = #"{"type": "darknet.exp", "gamma": 0.5, "burn_in": 1}"#
    #expect(try Stepping.rates(json, count: 4) == [0, 0.5, 0.25, 0.125])
  }
}

@Suite struct DarknetPolyTests {
  @Test func `has the power of the burn-in`() throws {
    let json = #"{"type": "darknet.poly", "max_batches": 4}"#
    #expect(try Stepping.rates(json, count: 5, lr: 256) == [256, 81, 16, 1, 0])
  }

  @Test func `takes the run's length for the training's`() throws {
    #expect(try Stepping.rates(#"{"type": "darknet.poly", "power": 1}"#, count: 2, runLength: 2) == [1, 0.5])
    #expect(throws: ScheduleError.self) { try Schedule(json: #"{"scheduler": {"type": "darknet.poly"}}"#) }
  }
}

@Suite struct DarknetSGDRTests {
  @Test func `shows the end of each cycle, and begins the next one after its peak`() throws {
    let json = #"{"type": "darknet.sgdr", "sgdr_cycle": 2, "learning_rate_min": 0}"#
    expect(try Stepping.rates(json, count: 8), near: [1, 0.5, 0, 0.853553, 0.5, 0.146447, 0, 0.96194])
  }

  @Test func `counts equal cycles without going through them`() throws {
    let json = #"{"type": "darknet.sgdr", "sgdr_cycle": 2, "sgdr_mult": 1, "learning_rate_min": 0.2}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.6, 0.2, 0.6, 0.2, 0.6])
  }

  @Test(arguments: [#""sgdr_cycle": 0"#, #""sgdr_mult": 0"#])
  func `refuses cycles that never end`(parameter: String) {
    #expect(refusal(#"{"type": "darknet.sgdr", \#(parameter)}"#) == "value at 0")
  }
}

@Suite struct DarknetSigmoidTests {
  @Test func `falls, with half the rate at step`() throws {
    let json = #"{"type": "darknet.sig", "gamma": 1, "step": 2}"#
    expect(try Stepping.rates(json, count: 4), near: [0.880797, 0.731059, 0.5, 0.268941])
  }
}

@Suite struct DarknetStepTests {
  @Test func `counts drops from the first batch`() throws {
    let json = #"{"type": "darknet.step", "step": 2, "scale": 0.5, "burn_in": 3, "power": 1}"#
    expect(try Stepping.rates(json, count: 7), near: [0, 0.333333, 0.666667, 0.5, 0.25, 0.25, 0.125])
  }

  @Test func `changes nothing by default, and refuses a step of nothing`() throws {
    #expect(try Stepping.rates(#"{"type": "darknet.step"}"#, count: 3) == [1, 1, 1])
    #expect(refusal(#"{"type": "darknet.step", "step": 0}"#) == "value at 0")
  }
}

@Suite struct DarknetStepsTests {
  @Test func `is YOLOv3's configuration`() throws {
    let json = #"{"type": "darknet.steps", "steps": [5, 7], "scales": [0.5, 0.1], "burn_in": 2, "max_batches": 9}"#
    expect(try Stepping.rates(json, count: 9), near: [0, 0.0625, 1, 1, 1, 0.5, 0.5, 0.05, 0.05])
  }

  @Test func `waits with a step out of order`() throws {
    let json = #"{"type": "darknet.steps", "steps": [4, 2], "scales": [0.5, 0.5]}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 1, 1, 0.25])
  }

  @Test func `wants a scale for each step`() {
    #expect(refusal(#"{"type": "darknet.steps", "steps": [4], "scales": []}"#) == "value at []")
  }
}
