import Testing

@testable import Curves

/// Hyper-parameters that quantities drive, and groups that are optimizers of their own, in an objective's update.
@Suite struct DrivenHyperparametersTests {
  private func losses(_ json: String) throws -> [Double] {
    try curve(json).columns.first { $0.quantity == .loss }?.values ?? []
  }

  @Test func `are what the update uses, in any spelling`() throws {
    let momentum = #""Momentum": {"initial": 0.5, "scheduler": {"type": "constant", "factor": 1}}"#
    func file(_ optimizer: String, _ rest: String = "") -> String {
      #"{"epochs": 9, "objective": {"type": "quadratic"}, "optimizer": {"type": "SGD", "lr": 0.02\#(optimizer)}\#(rest)}"#
    }
    let driven = try losses(file(#", "momentum": 0.9"#, #", "quantities": {\#(momentum)}"#))
    #expect(driven == (try losses(file(#", "momentum": 0.5"#))))
    #expect(driven != (try losses(file(#", "momentum": 0.9"#))))
  }

  @Test func `of layers are their group's`() throws {
    func file(_ groups: String) -> String {
      #"""
      {"epochs": 5, "objective": {"type": "quadratic", "a": [1, 2, 3], "start": [1, 1, 1]},
       "optimizer": {"type": "Adam", "lr": 0.1, "param_groups": [\#(groups)]}}
      """#
    }
    let layers = #"{"name": "l", "eps": 0.5, "layers": {"count": 2, "lr_decay": 0.5}, "coordinates": [2, 0]}"#
    let apart = #"{"lr": 0.05, "eps": 0.5, "coordinates": [2]}, {"eps": 0.5, "coordinates": [0]}"#
    let rest = #"{"name": "rest", "coordinates": [1]}"#
    #expect(try losses(file("\(layers), \(rest)")) == losses(file("\(apart), \(rest)")))
  }

  @Test(arguments: [
    (#"{"type": "Muon", "coordinates": [0]}, {"coordinates": [1]}"#, "Muon updates matrices"),
    (#"{"type": "LBFGS", "coordinates": [0]}, {"coordinates": [1]}"#, "shares it with no other param group"),
    (#"{"coordinates": [0]}, {"coordinates": [0]}"#, "must give each of the 2 coordinates to one param group"),
  ])
  func `are refused where groups cannot be run together`(groups: String, expected: String) {
    let json = #"""
      {"epochs": 2, "objective": {"type": "quadratic", "a": [1, 2], "start": [1, 1]},
       "optimizer": {"type": "SGD", "lr": 0.1, "param_groups": [\#(groups)]}}
      """#
    #expect(refusal(json).contains(expected), "\(refusal(json))")
  }
}
