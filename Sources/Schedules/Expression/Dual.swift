import Text

/// A value and its derivative along one coordinate: forward differentiation.
struct Dual: Sendable {
  var value: Double
  /// Exactly 0 where the value does not depend on the coordinate, whatever else is infinite there.
  var slope = 0.0
}

extension Unary {
  /// The operation on a number and its derivative, in IEEE arithmetic.
  func dual(_ a: Dual) -> Dual {
    let (x, s) = (a.value, a.slope)
    switch self {
    case .negate: return Dual(value: -x, slope: -s)
    case .not: return Dual(value: x == 0 ? 1 : 0)
    case .abs: return Dual(value: x.magnitude, slope: x > 0 ? s : x < 0 ? -s : 0)
    case .floor: return Dual(value: x.rounded(.down))
    case .ceil: return Dual(value: x.rounded(.up))
    case .round: return Dual(value: x.rounded(.toNearestOrEven))
    case .sqrt:
      let root = x.squareRoot()
      return Dual(value: root, slope: s == 0 ? 0 : s / (2 * root))
    case .exp:
      let power = Libm.exp(x)
      return Dual(value: power, slope: s == 0 ? 0 : power * s)
    case .log: return Dual(value: Libm.log(x), slope: s == 0 ? 0 : s / x)
    case .log2: return Dual(value: Libm.log2(x), slope: s == 0 ? 0 : s / (x * Libm.log(2)))
    case .log10: return Dual(value: Libm.log10(x), slope: s == 0 ? 0 : s / (x * Libm.log(10)))
    case .sin: return Dual(value: Libm.sin(x), slope: s == 0 ? 0 : Libm.cos(x) * s)
    case .cos: return Dual(value: Libm.cos(x), slope: s == 0 ? 0 : -Libm.sin(x) * s)
    case .tan:
      let tangent = Libm.tan(x)
      return Dual(value: tangent, slope: s == 0 ? 0 : (1 + tangent * tangent) * s)
    case .tanh:
      let tangent = Libm.tanh(x)
      return Dual(value: tangent, slope: s == 0 ? 0 : (1 - tangent * tangent) * s)
    }
  }
}

extension Binary {
  /// The operation on two numbers and their derivatives, in IEEE arithmetic.
  func dual(_ a: Dual, _ b: Dual) -> Dual {
    switch self {
    case .add: return Dual(value: a.value + b.value, slope: a.slope + b.slope)
    case .subtract: return Dual(value: a.value - b.value, slope: a.slope - b.slope)
    case .multiply:
      let left = a.slope == 0 ? 0 : a.slope * b.value
      let right = b.slope == 0 ? 0 : a.value * b.slope
      return Dual(value: a.value * b.value, slope: left + right)
    case .divide:
      let quotient = a.value / b.value
      if a.slope == 0, b.slope == 0 { return Dual(value: quotient) }
      return Dual(value: quotient, slope: (a.slope - quotient * b.slope) / b.value)
    case .floorDivide:
      return Dual(value: (try? PythonArithmetic.floorDivision(a.value, b.value)) ?? .nan)
    case .modulo:
      let rest = (try? PythonArithmetic.modulo(a.value, b.value)) ?? .nan
      if b.slope == 0 { return Dual(value: rest, slope: a.slope) }
      return Dual(value: rest, slope: a.slope - (a.value / b.value).rounded(.down) * b.slope)
    case .power: return power(a, b)
    case .minimum: return b.value < a.value ? b : a
    case .maximum: return b.value > a.value ? b : a
    case .logToBase: return Binary.divide.dual(Unary.log.dual(a), Unary.log.dual(b))
    case .roundToDigits:
      return Dual(value: (try? PythonArithmetic.round(a.value, digits: b.value)) ?? .nan)
    }
  }

  private func power(_ a: Dual, _ b: Dual) -> Dual {
    let value = Libm.pow(a.value, b.value)
    var slope = 0.0
    if a.slope != 0, b.value != 0 { slope += b.value * Libm.pow(a.value, b.value - 1) * a.slope }
    if b.slope != 0 { slope += value == 0 ? 0 : value * Libm.log(a.value) * b.slope }
    return Dual(value: value, slope: slope)
  }
}

extension Program {
  /// The value at a point and its derivative along a coordinate, computed without the heap.
  func dual(at x: [Double], along coordinate: Int) -> Dual {
    withUnsafeTemporaryAllocation(of: Dual.self, capacity: max(1, tallest)) { stack in
      var (top, counter) = (-1, 0)
      while counter < instructions.count {
        switch instructions[counter] {
        case .constant(let value):
          top += 1
          stack[top] = Dual(value: value)
        case .variable, .rate:
          top += 1
          stack[top] = Dual(value: x.first ?? .nan, slope: coordinate == 0 ? 1 : 0)
        case .coordinate(let index):
          top += 1
          stack[top] = Dual(value: index < x.count ? x[index] : .nan, slope: index == coordinate ? 1 : 0)
        case .unary(let operation): stack[top] = operation.dual(stack[top])
        case .binary(let operation):
          top -= 1
          stack[top] = operation.dual(stack[top], stack[top + 1])
        case .compare(let comparison):
          top -= 1
          stack[top] = Dual(value: comparison.holds(stack[top].value, stack[top + 1].value) ? 1 : 0)
        case .link(let comparison, let distance):
          top -= 1
          if comparison.holds(stack[top].value, stack[top + 1].value) {
            stack[top] = stack[top + 1]
          } else {
            stack[top] = Dual(value: 0)
            counter += distance
          }
        case .skip(let distance): counter += distance
        case .skipIfFalse(let distance):
          if stack[top].value == 0 { counter += distance }
          top -= 1
        case .keepFalse(let distance):
          if stack[top].value == 0 { counter += distance } else { top -= 1 }
        case .keepTrue(let distance):
          if stack[top].value != 0 { counter += distance } else { top -= 1 }
        }
        counter += 1
      }
      return stack[top]
    }
  }
}
