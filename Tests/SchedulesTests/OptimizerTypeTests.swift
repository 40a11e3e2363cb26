import Testing

@testable import Schedules

/// Every class of `torch.optim` 2.15 and the values that schedules see, as `inspect.signature` gives them.
@Suite struct OptimizerTypeTests {
  private static let adam = Betas(0.9, 0.999)

  @Test(
    arguments: [
      ("SGD", 1e-3, 0.0, nil, 0.0), ("Adam", 1e-3, nil, adam, 0.0), ("AdamW", 1e-3, nil, adam, 0.01),
      ("Adamax", 2e-3, nil, adam, 0.0), ("NAdam", 2e-3, nil, adam, 0.0), ("RAdam", 1e-3, nil, adam, 0.0),
      ("SparseAdam", 1e-3, nil, adam, nil), ("RMSprop", 1e-2, 0.0, nil, 0.0), ("Rprop", 1e-2, nil, nil, nil),
      ("Adagrad", 1e-2, nil, nil, 0.0), ("Adadelta", 1.0, nil, nil, 0.0), ("ASGD", 1e-2, nil, nil, 0.0),
      ("Adafactor", 1e-2, nil, nil, 0.0), ("Muon", 1e-3, 0.95, nil, 0.1), ("LBFGS", 1.0, nil, nil, nil),
    ] as [(String, Double, Double?, Betas?, Double?)])
  func `has torch's defaults`(type: String, lr: Double, momentum: Double?, betas: Betas?, decay: Double?) throws {
    let optimizer = try optimizer(#"{"type": "\#(type)"}"#)
    let group = optimizer.defaults
    #expect(optimizer.type == type && optimizer.groups == [group])
    #expect(group.lr == lr && group.momentum == momentum && group.betas == betas && group.weightDecay == decay)
    #expect(group.nesterov == (type == "Muon"))
    #expect(optimizer.supportsMomentum == (momentum != nil || betas != nil))
    #expect(optimizer.usesBetas == (betas != nil))
  }

  @Test func `are fifteen, each named once`() {
    #expect(Set(OptimizerType.all.map(\.name)).count == 15)
  }

  @Test(arguments: ["adamw", "ADAMW", "torch.optim.AdamW", "adam_w", "Adam-W"])
  func `is found in every spelling`(name: String) throws {
    #expect(try optimizer(#"{"type": "\#(name)"}"#).type == "AdamW")
  }

  @Test func `takes torch's switches, which no schedule sees`() throws {
    for type in OptimizerType.all {
      let json = #"{"type": "\#(type.name)", "foreach": null, "maximize": true, "fused": false}"#
      #expect(try optimizer(json).type == type.name)
    }
  }
}
