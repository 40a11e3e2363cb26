import Curves
import Text

extension Picture {
  /// Refuses an axis in a unit that a curve does not have.
  func checkAxis() throws(Failure) {
    guard let (name, key) = lack else { return }
    throw Failure.usage(
      "\(name.map { "“\($0)”" } ?? "the run") has no unit for the axis that is asked for",
      hint: "give it \(key), or take another axis: --x step, epoch or percent")
  }
}
