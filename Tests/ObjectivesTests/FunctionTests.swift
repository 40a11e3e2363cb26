import Diagnostics
import Objectives
import Schedules
import Testing
import Text

/// Losses and gradients at points, from the functions’ definitions.
@Suite struct FunctionTests {
  @Test func `gives the losses of known points`() throws {
    #expect(try loss(#"{"type": "quadratic"}"#) == 16)
    #expect(try loss(#"{"type": "rosenbrock"}"#) == 24.199999999999996)
    #expect(try loss(#"{"type": "beale"}"#) == 14.203125)
    #expect(try loss(#"{"type": "rastrigin"}"#) == 17.149830056250522)
    #expect(try loss(#"{"type": "logistic", "l2": 0.1, "start": [0.5, -0.25, 1]}"#) == 0.5869734445768108)
    #expect(try loss(#"{"type": "expression", "f": "4*x**2"}"#) == 16)
  }

  @Test func `steps along the gradients of known points`() throws {
    // One update of plain SGD at rate 1 goes back by the gradient.
    #expect(try gradient(#"{"type": "quadratic"}"#) == [16])
    #expect(try gradient(#"{"type": "beale"}"#) == [0, 27.75])
    let rosenbrock = try gradient(#"{"type": "rosenbrock"}"#)
    #expect(near(rosenbrock, [-215.6, -87.99999999999999]))
    #expect(near(try gradient(#"{"type": "rastrigin"}"#), [66.1566432948311]))
    let logistic = try gradient(#"{"type": "logistic", "l2": 0.1, "start": [0.5, -0.25, 1]}"#)
    #expect(near(logistic, [0.13332382586179342, -0.03078763870955383, 0.02650600941698837]))
  }

  @Test(arguments: [
    ("(1 - x)**2 + 100*(y - x**2)**2", [-1.2, 1], [-215.6, -88]),
    ("x0*x1 + x2/x0", [2.0, 3, 4], [2, 2, 0.5]),
    ("exp(x) + sin(y) - cos(y)", [0.0, 0], [1, 1]),
    ("sqrt(x) + log(y)", [4.0, 2], [0.25, 0.5]),
    ("tanh(x) + abs(y)", [0.0, -3], [1, -1]),
    ("max(x, y) + min(x, y)*2", [1.0, 2], [2, 1]),
    ("x**y", [2.0, 3], [12, 5.545177444479562]),
    ("x*x if x > 0 else -x", [-3.0], [-1]),
    ("floor(x) + x % 2", [3.5], [1]),
    ("log(x, 2) + log2(x) + log10(y)", [4.0, 10], [0.7213475204444817, 0.04342944819032518]),
    ("tan(x) + round(y) + ceil(y)", [0.0, 1.2], [1, 0]),
    ("sqrt(x - x) + y", [1.0, 1], [0, 1]),
    ("lambda w: 4*w**2", [2.0], [16]),
    ("-x + (x and 2*y)", [1.0, 3], [-1, 2]),
  ])
  func `differentiates expressions exactly`(text: String, point: [Double], slope: [Double]) throws {
    let start = "[\(point.map(\.description).joined(separator: ", "))]"
    let gradient = try gradient(#"{"type": "expression", "f": "\#(text)", "start": \#(start)}"#)
    #expect(near(gradient, slope), "\(text): \(gradient), not \(slope)")
  }

  @Test func `knows only the coordinates that there are`() {
    #expect(throws: DiagnosticList.self) { try loss(#"{"type": "expression", "f": "x + y", "start": [1]}"#) }
    #expect(throws: DiagnosticList.self) { try loss(#"{"type": "expression", "f": "x01", "start": [1, 2]}"#) }
  }

  private func near(_ found: [Double], _ wanted: [Double]) -> Bool {
    found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
  }

  private func loss(_ objective: String) throws -> Double {
    var training = try training(objective)
    return training.loss()
  }

  private func gradient(_ objective: String) throws -> [Double] {
    var training = try training(objective)
    let before = training.x
    training.update([ParamGroup(lr: 1, momentum: 0)])
    return zip(before, training.x).map { $0 - $1 }
  }

  private func training(_ objective: String) throws -> Training {
    let json = #"{"epochs": 1, "optimizer": {"type": "SGD", "lr": 1}, "objective": \#(objective)}"#
    let spec = try Spec.read(Source(name: "test", bytes: Bytes(json.utf8))) { (path) throws(Diagnostic) in
      throw Diagnostic(.io, "no \(path)")
    }
    return try #require(spec.plans[0].objective.flatMap(Training.init))
  }
}
