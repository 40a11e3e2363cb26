import Text

/// Norms as torch's CPU kernels sum them.
enum Norm {
  /// The Euclidean norm: from four elements on in four lanes, the rest fused one by one.
  static func two(_ values: [Double]) -> Double {
    var lanes = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= values.count {
      lanes.0 += values[index] * values[index]
      lanes.1 += values[index + 1] * values[index + 1]
      lanes.2 += values[index + 2] * values[index + 2]
      lanes.3 += values[index + 3] * values[index + 3]
      index += 4
    }
    var sum = ((lanes.0 + lanes.1) + lanes.2) + lanes.3
    while index < values.count {
      sum = sum.addingProduct(values[index], values[index])
      index += 1
    }
    return sum.squareRoot()
  }

  /// The norm of an order: Σ|v| for 1, max|v| for infinity, else (Σ|v|ᵖ)^(1/p).
  static func of(_ values: [Double], order: Double) -> Double {
    if order == 2 { return two(values) }
    var sum = 0.0
    if order == .infinity {
      for value in values { if abs(value) > sum || value.isNaN { sum = abs(value) } }
      return sum
    }
    if order == 1 {
      for value in values { sum += abs(value) }
      return sum
    }
    for value in values { sum += Libm.pow(abs(value), order) }
    return Libm.pow(sum, 1 / order)
  }
}
