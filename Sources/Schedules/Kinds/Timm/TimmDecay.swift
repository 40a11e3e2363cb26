import Diagnostics
import JSON

/// How timm's WSD falls: along a curve that has a name, or a function of one's own.
enum TimmDecay: ParameterValue {
  enum Name: String, Choice {
    case linear
    case oneMinusSquareRoot = "1-sqrt"
    case cosine, power, exp
  }

  case named(Name)
  case function(Expression)

  static var valueType: ValueType { .either(Name.valueType, .lambda) }

  /// A word is a name, as in timm; what begins like one of Python's lambdas is a function.
  static func read(_ value: Value, _ reading: inout Reading) -> TimmDecay? {
    if case .string(let text) = value.content, text.hasPrefix("lambda") {
      return Expression.read(value, &reading).map(TimmDecay.function)
    }
    return Name.read(value, &reading).map(TimmDecay.named)
  }

  /// The factor when the part `over` of the decay is over.
  func factor(_ over: Double, power: Double, ratio: Double) throws(Diagnostic) -> Double {
    switch self {
    case .named(.linear): Fall.linear(over)
    case .named(.oneMinusSquareRoot): Fall.oneMinusSquareRoot(over)
    case .named(.cosine): Fall.cosine(over)
    case .named(.power): 1 - (try Python.power(over, power))
    case .named(.exp): ((try Python.power(ratio, over)) - ratio) / (1 - ratio)
    case .function(let function): try function.value(at: over)
    }
  }

  var shown: String {
    switch self {
    case .named(let name): name.shown
    case .function(let function): function.shown
    }
  }
}
