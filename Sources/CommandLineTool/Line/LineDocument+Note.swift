import Diagnostics
import Schedules

extension LineDocument {
  /// The note on a length that is the run's in updates where the kind is stepped by the epoch.
  ///
  /// It is drawn as the library steps it, but most people who write this mean updates.
  var note: String? {
    guard let steps = try? stepsPerEpoch, steps > 1, !line.has(.interval), !isCycleOfRun,
      let run = try? runLength(), run.interval == .epoch
    else { return nil }
    for given in line.given {
      guard line.links.indices.contains(given.link), let value = given.value?.typedNumber, value > run.steps else {
        continue
      }
      let kind = line.links[given.link].kind
      let parameter = kind.declaration.parameters.first { $0.name == given.name && $0.role == .length }
      guard parameter != nil, abs(value / (run.steps * Double(steps)) - 1) < 0.1 else { continue }
      return "\(kind.typedName) is stepped once an epoch, so “\(given.typed.text)” counts epochs; "
        + "--interval step makes it count updates"
    }
    return nil
  }
}
