import Testing
import Text

@testable import Schedules

/// What holds for all named shapes.
@Suite struct NamedShapesTests {
  private static let names = NamedShapes.kinds.map(\.name)

  @Test(arguments: names)
  func `says all that a manual wants`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    #expect(kind.family.name == "shapes" && kind.short == nil)
    #expect(kind.formula?.contains("lr") == true)
    #expect(try #require(kind.differs).count > 40)
    #expect(try #require(kind.source).count > 10)
  }

  @Test func `are called like nothing of torch's`() {
    let torch = Torch.kinds.flatMap { [$0.name.folded, $0.typedName.folded] }
    #expect(Set(torch).isDisjoint(with: Self.names.map(\.folded)))
  }

  /// A word means one thing: a parameter that several shapes have takes the same sort of value in all of them.
  @Test func `share a vocabulary`() {
    var types: [String: ValueType] = [:]
    for parameter in NamedShapes.kinds.flatMap({ $0.declaration.parameters }) {
      let type = parameter.valueType.required
      #expect(types[parameter.name].map { $0 == type } ?? true, "\(parameter.name)")
      types[parameter.name] = type
    }
    #expect(
      ["total_steps", "warmup_steps", "start_ratio", "min_ratio", "decay_steps"].allSatisfy { types[$0] != nil })
  }

  @Test(arguments: NamedShapes.kinds.filter { $0.name != "newbob" }.map(\.name))
  func `is stepped every step unless a file says otherwise`(name: String) throws {
    let node = try Example.json(of: name)
    let file = try spec(#"{"epochs": 3, "steps_per_epoch": 1000, "scheduler": \#(node)}"#)
    #expect(file.plans[0].nodes[0].interval == .step)
    let slow = node.dropLast() + #", "interval": "epoch"}"#
    #expect(try spec(#"{"epochs": 3, "scheduler": \#(slow)}"#).plans[0].nodes[0].interval == .epoch)
  }

  @Test(
    arguments: NamedShapes.kinds.filter { $0.declaration.parameters.contains { $0.name == "total_steps" } }.map(\.name))
  func `holds its end, or says that it has none`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    guard name != "chebyshev",
      let total = try Stepping(Example.json(of: name)).node.scheduler.length.flatMap({ Int(exactly: $0) })
    else { return }
    let rates = try Stepping.rates(Example.json(of: name), count: total + 50)
    #expect(Set(rates[total...]).count == 1, "\(kind.name)")
    #expect(abs(rates[total] - rates[total - 1]) < 0.2 * rates.reduce(0, max))
  }

  @Test(arguments: ["cosine-warmup", "linear-to-zero", "wsd", "deepseek-v3", "range-test", "slanted-triangular"])
  func `asks for a total where none is known`(name: String) throws {
    let json = #"{"scheduler": {"type": "\#(name)"}}"#
    #expect(throws: (any Error).self) { try Schedule(json: json) }
    #expect(complaints(about: json) { _ = try Schedule(json: json) }.first?.contains("total_steps") == true)
    #expect(complaints(aboutFile: json) == [])
  }

  @Test func `stands inside a sequence, with the part of the run that is its own`() throws {
    let json = #"""
      {"epochs": 8, "optimizer": {"lr": 1}, "scheduler": {"type": "SequentialLR", "milestones": [3], "schedulers": [
        {"type": "ConstantLR", "factor": 0.5, "total_iters": 9}, {"type": "linear-to-zero"}]}}
      """#
    var schedule = try Schedule(json: json)
    var rates: [Double] = []
    for _ in 0..<8 {
      rates.append(schedule.rate)
      try schedule.endEpoch()
    }
    expect(rates, near: [0.5, 0.5, 0.5, 1, 0.8, 0.6, 0.4, 0.2])
  }
}
