import Text

/// The results of a batch, in a line.
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
    var parts = ["\(written.counted("file")) written"]
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if failed > 0 { parts.append("\(failed.counted("schedule")) with errors") }
    if done < total { parts.append("\(total - done) not begun") }
    return "\(total.counted("schedule")): \(parts.joined(separator: ", "))"
  }

}
