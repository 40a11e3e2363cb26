extension Program {
  /// The value, computed without the heap; `counter` is left at the instruction that failed.
  func run(_ variable: Double, rate: Double, counter: inout Int) throws(PythonError) -> Double {
    try withUnsafeTemporaryAllocation(of: Double.self, capacity: tallest) { stack throws(PythonError) in
      try run(variable, rate: rate, on: stack, counter: &counter)
    }
  }

  private func run(
    _ variable: Double, rate: Double, on stack: UnsafeMutableBufferPointer<Double>, counter: inout Int
  ) throws(PythonError) -> Double {
    // The top of the stack; it is never below the first number when something is taken, as `growth` was counted.
    var top = -1
    while counter < instructions.count {
      switch instructions[counter] {
      case .constant(let value):
        top += 1
        stack[top] = value
      case .variable, .coordinate:
        top += 1
        stack[top] = variable
      case .rate:
        top += 1
        stack[top] = rate
      case .unary(let operation):
        stack[top] = try operation(stack[top])
      case .binary(let operation):
        top -= 1
        stack[top] = try operation(stack[top], stack[top + 1])
      case .compare(let comparison):
        top -= 1
        stack[top] = comparison.holds(stack[top], stack[top + 1]) ? 1 : 0
      case .link(let comparison, let distance):
        top -= 1
        if comparison.holds(stack[top], stack[top + 1]) {
          stack[top] = stack[top + 1]
        } else {
          stack[top] = 0
          counter += distance
        }
      case .skip(let distance):
        counter += distance
      case .skipIfFalse(let distance):
        if stack[top] == 0 { counter += distance }
        top -= 1
      case .keepFalse(let distance):
        if stack[top] == 0 { counter += distance } else { top -= 1 }
      case .keepTrue(let distance):
        if stack[top] != 0 { counter += distance } else { top -= 1 }
      }
      counter += 1
    }
    return stack[top]
  }
}
