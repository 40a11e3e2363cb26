import Testing

@testable import Schedules

@Suite struct OptimizerTests {
  private let group = ParamGroup(lr: 0.1, momentum: 0.9)

  @Test func `is its own snapshot`() {
    var optimizer = Optimizer(type: "SGD", defaults: group, groups: [group])
    let snapshot = optimizer
    optimizer.groups[0].lr = 5
    #expect(optimizer != snapshot)
    optimizer = snapshot
    #expect(optimizer == snapshot && optimizer.groups[0].lr == 0.1)
  }

  @Test func `takes groups later, of which schedulers that exist do not learn`() throws {
    var stepping = try Stepping(#"{"type": "ExponentialLR", "gamma": 0.5}"#)
    stepping.optimizer.groups.append(ParamGroup(name: "late", lr: 8))
    try stepping.step()
    #expect(stepping.optimizer.groups.map(\.lr) == [0.5, 8])
    #expect(stepping.optimizer.groups.map(\.initialLR) == [1, nil])
  }

  @Test func `drives the first beta where there are betas, else momentum`() {
    var adam = ParamGroup(lr: 1, momentum: 0.5, betas: Betas(0.9, 0.999))
    adam.drive(momentum: 0.8)
    #expect(adam.betas == Betas(0.8, 0.999) && adam.momentum == 0.5 && adam.drivenMomentum == 0.8)
    var sgd = group
    sgd.drive(momentum: 0.8)
    #expect(sgd.momentum == 0.8 && sgd.betas == nil && sgd.drivenMomentum == 0.8)
  }

  @Test func `keeps an initial rate that is there when a scheduler is attached`() throws {
    let resumed = try optimizer(#"{"lr": 0.2, "param_groups": [{"initial_lr": 1}, {}]}"#)
    let stepping = try Stepping(#"{"type": "LambdaLR", "lr_lambda": "0.5"}"#, optimizer: resumed)
    #expect(stepping.optimizer.groups.map(\.lr) == [0.5, 0.1])
    #expect(stepping.optimizer.groups.map(\.initialLR) == [1, 0.2])
  }

  @Test func `goes back to base rates where it has them`() {
    var optimizer = Optimizer(type: "SGD", defaults: group, groups: [group, group])
    optimizer.groups[0].initialLR = 3
    optimizer.returnToBaseRates()
    #expect(optimizer.groups.map(\.lr) == [3, 0.1])
  }
}
