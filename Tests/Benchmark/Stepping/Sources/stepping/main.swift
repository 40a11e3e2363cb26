import Schedules

/// The same steps as stepping.c, through the library's public face; prints the last rate.
func run(_ steps: Int) throws {
  var schedule = try Schedule(json: #"{"scheduler": {"type": "CosineAnnealingLR", "T_max": \#(steps)}}"#)
  for _ in 0..<steps { try schedule.step() }
  print(schedule.optimizer.groups[0].lr)
}

try run(CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 1 : 1_000_000)
