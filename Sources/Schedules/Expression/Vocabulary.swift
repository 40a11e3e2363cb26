import Text

/// The names an expression may use.
struct Vocabulary: Sendable {
  /// The names of the one variable.
  let variables: [String]
  /// The name of the rate before, where a function is given it.
  var rate: String?
  /// How many coordinates a function of several variables has: `x0`, `x1` …, the first three also `x`, `y`, `z`.
  var dimensions = 0

  /// The coordinate with a given name.
  func coordinate(_ name: String) -> Int? {
    guard dimensions > 0 else { return nil }
    let index: Int? =
      switch name {
      case "x": 0
      case "y": 1
      case "z": 2
      default: name.utf8.first == UInt8(ascii: "x") ? Int(name.dropFirst()) : nil
      }
    guard let index, index >= 0, index < dimensions, name.utf8.count == 1 || "x\(index)" == name else { return nil }
    return index
  }

  private var coordinateNames: [String] {
    guard dimensions > 0 else { return [] }
    return (0..<min(dimensions, 16)).map { "x\($0)" } + ["x", "y", "z"].prefix(dimensions)
  }

  /// Without a `lambda` that names it.
  static let common = Vocabulary(variables: ["epoch", "step", "x"])

  /// Of a function that is given the rate before, as Keras' schedules are.
  static let withRate = Vocabulary(variables: common.variables, rate: "lr")

  static let modules = ["math", "np", "numpy"]

  static func constant(_ name: String) -> Double? {
    switch name {
    case "pi": .pi
    // The double nearest to Euler's number, as Python's math.e.
    case "e": 2.718281828459045
    default: nil
    }
  }

  static func truth(_ name: String) -> Double? {
    switch name {
    case "True": 1
    case "False": 0
    default: nil
    }
  }

  /// What was probably meant by a name that does not exist.
  func suggestion(for name: String) -> String? {
    if let cousin = Vocabulary.cousins[name] { return cousin }
    let names =
      variables + coordinateNames + [rate].compactMap(\.self) + ["pi", "e", "True", "False"] + Function.all.map(\.name)
    return Nearest.match(for: name, among: names)
  }

  /// Functions of Python's modules that have another name here.
  private static let cousins = [
    "fabs": "abs", "absolute": "abs", "power": "pow", "minimum": "min", "fmin": "min", "maximum": "max", "fmax": "max",
    "around": "round", "rint": "round", "ln": "log",
  ]
}
