import Schedules
import Text

extension Timeline {
  /// How long a run of epochs is: “90 epochs of 100 steps, 9000 in all”, “250 steps, 100 an epoch”.
  var words: String {
    guard steps % stepsPerEpoch == 0 else { return "\(steps) steps, \(stepsPerEpoch) an epoch" }
    return "\(epochs.counted("epoch")) of \(stepsPerEpoch) steps, \(steps) in all"
  }
}
