import Text

/// What has come of a batch, in a line.
struct BatchSummary {
  private let total: Int
  private var (done, failed, written, unchanged) = (0, 0, 0, 0)

  init(of total: Int) { self.total = total }

  mutating func add(_ files: [(path: String, state: Results.State)], exit: Exit) {
    done += 1
    if exit != .done { failed += 1 }
    written += files.count { $0.state == .written }
    unchanged += files.count { $0.state == .unchanged }
  }

  /// “1000 schedules: 1994 files written, 4 unchanged, 1 schedule with errors”.
  var line: String {
    var parts = ["\(BatchSummary.count(written, "file")) written"]
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if failed > 0 { parts.append("\(BatchSummary.count(failed, "schedule")) with errors") }
    if done < total { parts.append("\(total - done) not begun") }
    return "\(BatchSummary.count(total, "schedule")): \(parts.joined(separator: ", "))"
  }

  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
