import Diagnostics
import JSON
import Text

/// Reads what the updates of an optimizer need besides what schedules see; what they see has been checked already.
struct HyperparametersReader {
  private let own: [Member]
  private let shared: [Member]

  /// Of a group that has members of its own besides those of the optimizer.
  init(_ own: [Member], over shared: [Member]) {
    self.own = own
    self.shared = shared
  }

  func read(_ type: OptimizerClass, _ group: ParamGroup, _ reading: inout Reading) -> Hyperparameters {
    var values = Hyperparameters()
    values.maximize = flag("maximize", &reading)
    values.eps = seen("eps", 1e-8)
    switch type {
    case .sgd: values.dampening = number("dampening", 0, &reading)
    case .adam:
      values.amsgrad = flag("amsgrad", &reading)
      values.isDecoupled = flag("decoupled_weight_decay", &reading)
    case .adamW:
      values.amsgrad = flag("amsgrad", &reading)
      values.isDecoupled = true
    case .nadam:
      values.isDecoupled = flag("decoupled_weight_decay", &reading)
      values.momentumDecay = seen("momentum_decay", 4e-3)
    case .radam: values.isDecoupled = flag("decoupled_weight_decay", &reading)
    case .rmsprop:
      values.alpha = seen("alpha", 0.99)
      values.centered = flag("centered", &reading)
    case .rprop:
      values.etas = pair("etas") ?? values.etas
      values.stepSizes = pair("step_sizes") ?? values.stepSizes
    case .adagrad:
      values.lrDecay = seen("lr_decay", 0)
      values.initialAccumulator = seen("initial_accumulator_value", 0)
      values.eps = seen("eps", 1e-10)
    case .adadelta:
      values.rho = seen("rho", 0.9)
      values.eps = seen("eps", 1e-6)
    case .asgd:
      values.alpha = seen("alpha", 0.75)
      values.lambd = seen("lambd", 1e-4)
      _ = number("t0", 1e6, &reading)
    case .adafactor:
      values.beta2Decay = seen("beta2_decay", -0.8)
      values.d = seen("d", 1)
      values.epsilons = epsilons(&reading) ?? values.epsilons
    case .lbfgs: readLBFGS(into: &values, &reading)
    case .adamax, .sparseAdam, .muon: break
    }
    values.take(group)
    return values
  }

  private func readLBFGS(into values: inout Hyperparameters, _ reading: inout Reading) {
    values.maxIterations = count("max_iter", 20, from: 0, &reading)
    let usual = values.maxIterations * 5 / 4
    let isGiven = member("max_eval").map { if case .null = $0.value.content { false } else { true } } ?? false
    values.maxEvaluations = isGiven ? count("max_eval", usual, from: 0, &reading) : usual
    values.historySize = count("history_size", 100, from: 1, &reading)
    values.toleranceGrad = number("tolerance_grad", 1e-7, &reading)
    values.toleranceChange = number("tolerance_change", 1e-9, &reading)
    guard let search = member("line_search_fn") else { return }
    switch search.value.content {
    case .null: break
    case .string("strong_wolfe"): values.searchesLine = true
    default:
      reading.report(
        Diagnostic(
          .value, "“line_search_fn” must be “strong_wolfe” or null", at: search.value.range,
          hint: "torch has no other line search"))
    }
  }

  private func member(_ name: String) -> Member? {
    own.first { $0.key.isFolded(equalTo: name) } ?? shared.first { $0.key.isFolded(equalTo: name) }
  }

  /// A number that the optimizer's reader has checked.
  private func seen(_ name: String, _ standard: Double) -> Double {
    if let member = member(name), case .number(let number) = member.value.content { number.value } else { standard }
  }

  private func number(_ name: String, _ standard: Double, _ reading: inout Reading) -> Double {
    guard let member = member(name) else { return standard }
    reading.parameter = name
    return Double.read(member.value, &reading) ?? standard
  }

  private func count(_ name: String, _ standard: Int, from least: Double, _ reading: inout Reading) -> Int {
    guard let member = member(name) else { return standard }
    reading.parameter = name
    guard let number = Int.read(member.value, &reading) else { return standard }
    let bounds = Bounds.between(least, 1e6)
    if bounds.contains(Double(number)) { return number }
    reading.report(
      Diagnostic(.value, "“\(name)” must be \(bounds.words), not \(number)", at: member.value.range))
    return standard
  }

  private func flag(_ name: String, _ reading: inout Reading) -> Bool {
    guard let member = member(name) else { return false }
    reading.parameter = name
    return Bool.read(member.value, &reading) ?? false
  }

  private func pair(_ name: String) -> (Double, Double)? {
    guard let member = member(name), case .array(let elements) = member.value.content, elements.count == 2,
      case .number(let first) = elements[0].content, case .number(let second) = elements[1].content
    else { return nil }
    return (first.value, second.value)
  }

  /// Adafactor's two: the first may be null, the spacing of float64 then.
  private func epsilons(_ reading: inout Reading) -> (Double, Double)? {
    guard let member = member("eps") else { return nil }
    reading.parameter = "eps"
    guard let both = [Double?].read(member.value, &reading) else { return nil }
    guard both.count == 2, let second = both[1], second >= 0, both[0] ?? 0 >= 0 else {
      reading.report(
        Diagnostic(
          .value, "“eps” must be two numbers, each at least 0; the first may be null", at: member.value.range))
      return nil
    }
    return (both[0] ?? 0x1p-52, second)
  }
}
