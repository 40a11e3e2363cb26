import Schedules

/// The same steps as stepping.c, through the library's public face; prints the last rate.
func run(_ steps: Int) throws {
  var schedule = try Schedule(
    json: #"{"scheduler": {"type": "CosineAnnealingLR", "T_max": \#(steps), "interval": "step"}}"#)
  for _ in 0..<steps { try schedule.endStep() }
  print(schedule.rate)
}

try run(CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 1 : 1_000_000)
