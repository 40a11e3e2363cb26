/// The functions that an expression can call.
package enum FunctionNames {
  package static var all: [String] { Function.all.map(\.name) }
}

/// A function by its name, and what it does with one operand or two.
struct Function: Sendable {
  let name: String
  let one: Unary?
  let two: Binary?
  /// Whether it goes on with a third operand as with a second.
  let isOpen: Bool

  private init(_ name: String, one: Unary? = nil, two: Binary? = nil, isOpen: Bool = false) {
    self.name = name
    self.one = one
    self.two = two
    self.isOpen = isOpen
  }

  static let all = [
    Function("min", two: .minimum, isOpen: true),
    Function("max", two: .maximum, isOpen: true),
    Function("abs", one: .abs),
    Function("pow", two: .power),
    Function("floor", one: .floor),
    Function("ceil", one: .ceil),
    Function("round", one: .round, two: .roundToDigits),
    Function("sqrt", one: .sqrt),
    Function("exp", one: .exp),
    Function("log", one: .log, two: .logToBase),
    Function("log2", one: .log2),
    Function("log10", one: .log10),
    Function("sin", one: .sin),
    Function("cos", one: .cos),
    Function("tan", one: .tan),
    Function("tanh", one: .tanh),
  ]

  static func named(_ name: String) -> Function? { all.first { $0.name == name } }

  /// The arguments it takes, for a message.
  var arity: String {
    switch (one, two, isOpen) {
    case (_, _, true): "two or more arguments"
    case (.some, .some, _): "one or two arguments"
    case (.some, .none, _): "one argument"
    default: "two arguments"
    }
  }

  /// Whether it accepts a number of arguments.
  func takes(_ count: Int) -> Bool {
    switch count {
    case 1: one != nil
    case 2: two != nil
    default: count > 2 && isOpen
    }
  }
}
