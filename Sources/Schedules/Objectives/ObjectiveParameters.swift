import Diagnostics
import JSON

/// The parameters of objectives, each declared in one place.
enum ObjectiveParameters {
  static let quadraticStart = [2.0]
  static let rosenbrockStart = [-1.2, 1]
  static let bealeStart = [1.0, 1]
  static let rastriginStart = [3.2]
  static let logisticStart = [0.0, 0, 0]
  static let noisyStart = [1.0]

  static func start(_ standard: [Double]) -> Parameter<Coefficients> {
    Parameter(
      "start", default: standard.count == 1 ? Coefficients(standard[0]) : Coefficients(standard),
      "Where the parameters start: a number for each coordinate.")
  }

  static var factors: Parameter<Coefficients> {
    Parameter("a", default: Coefficients(4), "The factor of x², or one for each coordinate.")
  }
  static var valleyPlace: Parameter<Double> { Parameter("a", default: 1, "Where the minimum is: (a, a²).") }
  static var valleyWalls: Parameter<Double> { Parameter("b", default: 100, "How steep the valley’s walls are.") }
  static var waves: Parameter<Double> { Parameter("A", default: 10, "How deep the local minima are.") }
  static var l2: Parameter<Double> {
    Parameter("l2", default: 0, in: .atLeast(0), "The weight of the squared parameters.")
  }
  static var function: Parameter<String> { Parameter("f", "The function, e.g. \"4*x**2\".") }

  static var dim: Parameter<Int> {
    Parameter("dim", default: 1000, in: .between(1, 1e6), "How many dimensions there are.")
  }
  static var batchSize: Parameter<Double> {
    Parameter("batch_size", default: 1, in: .above(0), "The batch size, which divides the noise.")
  }
  static var power: Parameter<Double> {
    Parameter("power", default: 1, in: .between(-100, 100), "How fast the curvatures fall: hᵢ = i^−power.")
  }
  static var precondition: Parameter<Double> {
    Parameter(
      "precondition", default: 0, in: .between(-100, 100),
      "The power of the curvature that a preconditioner takes out; 0 is plain SGD.")
  }
  static var ema: Parameter<Double?> {
    Parameter("ema", default: nil, in: .from(0, below: 1), "The factor of averaged weights, whose loss is then shown.")
  }
  static var curvatures: Parameter<[Double]?> {
    Parameter("h", default: nil, in: .atLeast(0), "The curvatures, in place of dim and power.")
  }
  static var variances: Parameter<[Double]?> {
    Parameter("c", default: nil, in: .atLeast(0), "The variances of the noise, in place of batch_size.")
  }

  static var annealingPreset: Parameter<AnnealingPreset> {
    Parameter("preset", default: .mpl400m, "Constants that hold where the file gives none.")
  }
  static var multiPowerPreset: Parameter<MultiPowerPreset> {
    Parameter("preset", default: .mpl400m, "Constants that hold where the file gives none.")
  }
  static func constant(_ name: String) -> Parameter<Double?> {
    Parameter(name, default: nil, "A constant of the law, in place of the preset’s.")
  }
  static var decay: Parameter<Double> {
    Parameter("decay", default: 0.999, in: .from(0, below: 1), "λ, by which the memory of earlier falls fades a step.")
  }
  static var warmup: Parameter<WarmupConvention?> {
    Parameter("warmup", default: nil, "“peak” where the constants take the warm-up as run at the peak rate.")
  }
  static var group: Parameter<String?> {
    Parameter("group", default: nil, "The param group whose rate counts. Default: the first.")
  }
  static var distance: Parameter<Double> {
    Parameter("D", default: 1, in: .atLeast(0), "How far the start is from the minimum.")
  }
  static var gradientNorms: Parameter<Coefficients> {
    Parameter("G", default: Coefficients(1), in: .atLeast(0), "The norm of the gradients, or one for each update.")
  }
}

/// A number, or one for each of several.
struct Coefficients: ParameterValue {
  let values: [Double]
  /// Whether there is one for each.
  let isList: Bool

  init(_ value: Double) { (values, isList) = ([value], false) }
  init(_ values: [Double]) { (self.values, isList) = (values, true) }

  static var valueType: ValueType { .either(.number, .list(.number)) }

  static func read(_ value: Value, _ reading: inout Reading) -> Coefficients? {
    switch Either<Double, [Double]>.read(value, &reading) {
    case .first(let number): return Coefficients(number)
    case .second(let list) where !list.isEmpty: return Coefficients(list)
    case .second:
      reading.report(Diagnostic(.value, "\(reading.subject) must not be empty", at: value.range))
      return nil
    case nil: return nil
    }
  }

  /// One for each of so many.
  func spread(over count: Int) -> [Double] { isList ? values : Array(repeating: values[0], count: max(0, count)) }

  var numbers: [Double] { values }
  var shown: String { isList ? values.shown : values[0].shown }
}

/// How the constants of a law were made.
enum WarmupConvention: String, Choice { case peak }
