import Diagnostics
import Text

extension TF {
  /// Half a cosine wave from each value to the next.
  ///
  /// From bᵢ to bᵢ₊₁, lr = (vᵢ − vᵢ₊₁)·(cos π(t − bᵢ)/(bᵢ₊₁ − bᵢ) + 1)/2 + vᵢ₊₁; the first wave is counted from 0, and the
  /// last one, to 0, has no length: it cannot be run. Source: `official.modeling.optimization.StepCosineDecayWithOffset`.
  struct StepCosineDecayWithOffset: AbsoluteRule {
    private let boundaries: [Double]
    private let values: [Double]
    private let offset: Double

    init(boundaries: [Double], values: [Double], offset: Double) throws(Diagnostic) {
      guard boundaries.count == values.count else {
        throw Diagnostic(.value, "there must be as many boundaries as values", of: "boundaries")
      }
      guard !values.isEmpty else { throw .told }
      self.boundaries = boundaries
      self.values = values
      self.offset = offset
    }

    static let kind = Kind(
      "StepCosineDecayWithOffset", .tf,
      "Goes from each value to the next along a half cosine.",
      formula: "lr = (vᵢ − vᵢ₊₁)·(cos π(s − bᵢ)/(bᵢ₊₁ − bᵢ) + 1)/2 + vᵢ₊₁ from bᵢ to bᵢ₊₁, s = t − offset",
      differs: """
        The boundaries are where each value stands, so the first should be 0. Behind the last one TensorFlow divides by zero, \
        and a run that comes there is refused.
        """,
      source: "`official.modeling.optimization.StepCosineDecayWithOffset` of the TensorFlow Model Garden.",
      example: #"{"boundaries": [0, 60, 90], "values": [0.1, 0.05, 0.001]}"#
    ) {
      Declaration(
        rule: Parameter("boundaries", "The steps at which the values stand."),
        Parameter("values", "The rates: as many as boundaries."),
        Parameter("offset", default: 0, "Steps before it begins."),
        TF.name,
        make: { (boundaries, values, offset, _) throws(Diagnostic) in
          try StepCosineDecayWithOffset(boundaries: boundaries, values: values, offset: offset)
        }
      ).requiring(.filled("boundaries"))
    }

    func value(at count: Double) throws(Diagnostic) -> Double {
      let passed = count - offset
      let index = boundaries.indices.dropFirst().last { passed >= boundaries[$0] } ?? 0
      let last = index + 1 == boundaries.count
      // The first wave begins at 0 wherever its boundary is.
      let start = index == 0 ? 0 : boundaries[index]
      let length = last ? 0 : boundaries[index + 1] - boundaries[index]
      let next = last ? 0 : values[index + 1]
      let angle = try Python.quotient(.pi * (passed - start), length, "the length behind the last boundary")
      return (values[index] - next) * (Libm.cos(angle) + 1) / 2 + next
    }

    var length: Double? { boundaries.last.map { max(1, offset + $0) } }

    var phases: [Phase] {
      Phase.stretches(boundaries.dropLast().enumerated().map { ($1 + offset, "wave \($0 + 1)") })
    }
  }
}
