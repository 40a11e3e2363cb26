import Schedules

// A training loop that takes its rates from a schedule file; `.ci/run` builds it as a package of its own.
var schedule = try Schedule(json: #"{"optimizer": {"lr": 0.1}, "scheduler": {"type": "cosine", "T_max": 2}}"#)
var rates: [String] = []
for _ in 0..<3 {
  rates.append("\(schedule.rate)")
  try schedule.endEpoch()
}
print(rates.joined(separator: " "))
