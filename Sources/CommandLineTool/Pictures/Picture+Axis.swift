import Curves
import Text

extension Picture {
  /// Refuses an axis in a unit that a curve does not have.
  func checkAxis() throws(Failure) {
    guard let (name, key) = lack else { return }
    let options =
      switch axis {
      case .sample: " (--global-batch-size 512)"
      case .token: " (--global-batch-size 512 --tokens-per-sample 2048)"
      default: ""
      }
    let others = [AxisUnit.step, .epoch, .sample, .token, .percent].filter { curve.lack(on: $0) == nil }
    throw Failure.usage(
      "\(name.map { "“\($0)”" } ?? "the run") does not count \(axis.plural), which the axis is to show",
      hint: "give it \(key)\(options), or choose another axis: --x \(others.map(\.rawValue).joined(by: ", "))")
  }
}

extension AxisUnit {
  fileprivate var plural: String {
    switch self {
    case .step: "updates"
    case .epoch: "epochs"
    case .sample: "samples"
    case .token: "tokens"
    case .percent: "percent"
    }
  }
}
