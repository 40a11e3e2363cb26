import Diagnostics
import JSON

/// What a file says of the length of its run.
enum RunSize: Equatable {
  case epochs(Int), steps(Int)
  /// Nothing: only the schedule itself may know.
  case ofSchedule

  /// Reads `epochs` or `steps`, of which a file has one at most.
  static func read(_ fields: Fields, _ reading: inout Reading) -> RunSize? {
    func count(_ name: String, _ help: String) -> Int? {
      Parameter<Int>(name, in: EpochLength.bounds, help).read(from: fields, &reading)
    }
    guard let steps = fields["steps"] else {
      if fields["epochs"] == nil { return .ofSchedule }
      return count("epochs", "Epochs of the run.").map(RunSize.epochs)
    }
    if fields["epochs"] != nil {
      reading.report(
        Diagnostic(
          .spec, "“steps” and “epochs” both give the length of the run", at: steps.keyRange,
          hint: "leave one of them out")
      )
    }
    return count("steps", "Updates of the run.").map(RunSize.steps)
  }
}
