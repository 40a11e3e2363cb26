import Curves
import Diagnostics
import Schedules
import Text

@_silgen_name("allocation_count")
func allocationCount() -> Int

/// Counts how many allocations a longer run takes than a shorter one.
///
/// Standard input has a schedule on each line, with two lengths in epochs before it. Prints `STEPS ALLOCATIONS` for each,
/// or `-` where it does not run so long.
@main enum Main {
  static func main() {
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let short = Int(words[0]), let long = Int(words[1]) else { continue }
      // The first run of a kind makes what is made once.
      guard allocations(of: words[2], short) != nil, let less = allocations(of: words[2], short),
        let more = allocations(of: words[2], long)
      else {
        print("-")
        continue
      }
      print(more.steps - less.steps, more.count - less.count)
    }
  }

  private static func allocations(of scheduler: Substring, _ epochs: Int) -> (steps: Int, count: Int)? {
    let file = #"{"epochs": \#(epochs), "metric": {"expression": "1 / (epoch + 1)"}, \#(scheduler)}"#
    let spec = try? Spec.read(Source(name: "schedule", bytes: Bytes(file.utf8))) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, name)
    }
    guard let spec else { return nil }
    let before = allocationCount()
    guard let curve = try? Run.curve(of: spec) else { return nil }
    return (curve.rowCount, allocationCount() - before)
  }
}
