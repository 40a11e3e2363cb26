import Diagnostics
import Foundation
import JSON
import Objectives
import Schedules
import Testing
import Text

/// Losses of laws and of the noisy quadratic model, held against numpy’s; `Tests/Reference/laws.py` recorded them.
@Suite struct LossLawTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  private static var lines: [Bytes] {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.path()).filter { $0.hasSuffix(".jsonl") }
      return try names.sorted().flatMap { name in
        Bytes(try Data(contentsOf: fixtures.appending(path: name))).split(separator: 0x0A).map { Bytes($0) }
      }
    }
  }

  @Test func `predicts what the definitions give, together and one by one`() throws {
    let lines = try Self.lines
    #expect(lines.count > 40)
    for line in lines {
      let record = try Scanner.read(Source(name: "fixture", bytes: line)).fields
      let rates = try #require(record["lr"]).numbers
      let losses = try #require(record["loss"]).numbers
      let rows = record["at"].map { $0.numbers.map { Int($0) } } ?? Array(losses.indices)
      let objective = try objective(of: record)
      for isWatched in [false, true] where !isWatched || rates.count < 1000 {
        let own = Self.losses(of: objective, rates, isWatched: isWatched)
        if objective.warmsUpAtPeak, isWatched { continue }
        for (row, loss) in zip(rows, losses) where row < own.count {
          let isNear = abs(own[row] - loss) <= 1e-10 * abs(loss)
          #expect(isNear, "\(objective.type), row \(row) of \(rates.count): \(own[row]), not \(loss)")
        }
      }
    }
  }

  @Test func `leaves out what has no value yet, and updates at rate 0`() {
    let law = Objective(.annealing(.init(l0: 2, a: 0.5, alpha: 0.5, c: 0.4)), .annealing)
    let losses = law.predictedLosses(for: [0, 0, 1e-4]) ?? []
    #expect(losses.map(\.isNaN) == [true, true, false])
    let bound = Objective(.lastIterateBound(distance: 1, gradientNorms: [1]), .lastIterateBound)
    let bounds = bound.predictedLosses(for: [0, 0.5, 0, 0.5]) ?? []
    #expect(bounds[0].isNaN && bounds[1] == 1.25 && bounds[2] == 1.25 && bounds[3] < 1.25)
  }

  @Test(arguments: [0.3, 1.0, 2.5])
  func `sums exponentials as exactly as it adds up drop by drop`(beta: Double) throws {
    let constants = Objective.MultiPower(l0: 2.4, a: 0.65, alpha: 0.43, b: 520, c: 2, beta: beta, gamma: 0.63)
    let law = Objective(.multiPower(constants), .multiPower)
    // Long enough, and moving at every step, for the way by exponentials.
    let rates = (0..<2600).map { 3e-4 * (0.55 + 0.45 * Double.pi.cosine(of: Double($0) / 2600)) }
    let together = try #require(law.predictedLosses(for: rates))
    var stepped = try #require(law.law)
    for (row, rate) in rates.enumerated() {
      let loss = stepped.step(rate)
      #expect(abs(together[row] - loss) <= 1e-11 * abs(loss), "row \(row): \(together[row]), not \(loss)")
    }
  }

  @Test func `bounds a long run as exactly as a short one`() throws {
    let objective = Objective(.lastIterateBound(distance: 1, gradientNorms: [1, 2, 0.5]), .lastIterateBound)
    let rates = (0..<2200).map { 0.01 * (1.001 - Double($0) / 2200) }
    let together = try #require(objective.predictedLosses(for: rates))
    var stepped = try #require(objective.law)
    for (row, rate) in rates.enumerated() {
      let bound = stepped.step(rate)
      #expect(abs(together[row] - bound) <= 1e-11 * bound)
    }
  }

  private func objective(of record: [String: Value]) throws -> Objective {
    let document = Value.object([
      ("epochs", .number(1)), ("objective", try #require(record["objective"])),
      ("optimizer", try #require(record["optimizer"])),
    ])
    let spec = try Spec.read(document) { (path) throws(Diagnostic) in throw Diagnostic(.io, "no \(path)") }
    return try #require(spec.plans[0].objective)
  }

  private static func losses(of objective: Objective, _ rates: [Double], isWatched: Bool) -> [Double] {
    guard var course = LossCurve(objective, isWatched: isWatched) else { return [] }
    if let predicted = course.predictions(for: rates) { return predicted }
    var group = ParamGroup(lr: 0)
    if let first = objective.hyperparameters.first {
      group.momentum = first.momentum
      group.weightDecay = first.weightDecay
      group.nesterov = first.nesterov
    }
    return rates.map { rate in
      group.lr = rate
      return course.row([group])
    }
  }
}

extension Objective {
  fileprivate var warmsUpAtPeak: Bool {
    if case .annealing(let constants) = kind { constants.warmsUpAtPeak } else { false }
  }
}

extension Double {
  /// The cosine of a part of π.
  fileprivate func cosine(of part: Double) -> Double { Libm.cos(self * part) }
}

extension Value {
  fileprivate var fields: [String: Value] {
    guard case .object(let members) = content else { return [:] }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  fileprivate var numbers: [Double] {
    guard case .array(let elements) = content else { return [] }
    return elements.map { if case .number(let number) = $0.content { number.value } else { .nan } }
  }
}
