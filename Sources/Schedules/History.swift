/// What a training loop has told a schedule: groups that it added, and updates and epochs that were over, in their order.
struct History: Codable, Sendable, Equatable {
  /// Equal calls in a row, counted.
  enum Call: Codable, Sendable, Equatable {
    case steps(Int, metric: Double?)
    case epochs(Int, metric: Double?)
  }

  var groups: [ParamGroup] = []
  private var past: [Call] = []
  /// Updates since the last event, which most loops have a great many of.
  private var steps = 0

  /// Updates and epochs that were ended.
  var count: (updates: Int, epochs: Int) {
    var count = (updates: 0, epochs: 0)
    for event in events {
      switch event {
      case .steps(let more, _): count.updates = count.updates.addingReportingOverflow(max(0, more)).partialValue
      case .epochs(let more, _): count.epochs = count.epochs.addingReportingOverflow(max(0, more)).partialValue
      }
    }
    return count
  }

  /// All of it.
  var events: [Call] { steps > 0 ? past + [.steps(steps, metric: nil)] : past }

  @inline(__always)
  mutating func addStep(_ metric: Double?) {
    if metric == nil { return steps &+= 1 }
    close()
    past.append(.steps(1, metric: metric))
  }

  mutating func addEpoch(_ metric: Double?) {
    close()
    if metric == nil, case .epochs(let count, nil) = past.last {
      past[past.count - 1] = .epochs(count &+ 1, metric: nil)
    } else {
      past.append(.epochs(1, metric: metric))
    }
  }

  private mutating func close() {
    if steps > 0 { past.append(.steps(steps, metric: nil)) }
    steps = 0
  }

  static func == (left: History, right: History) -> Bool { left.groups == right.groups && left.events == right.events }

  // MARK: Coding

  private enum Key: String, CodingKey { case groups, events }

  /// An event as a list: its name, how often, and the bits of the metric, which may be no finite number.
  private struct Entry: Codable {
    var call: String
    var count: Int
    var metric: UInt64?
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    groups = try container.decode([ParamGroup].self, forKey: .groups)
    for entry in try container.decode([Entry].self, forKey: .events) {
      let metric = entry.metric.map(Double.init(bitPattern:))
      switch entry.call {
      case "endStep": past.append(.steps(entry.count, metric: metric))
      case "endEpoch": past.append(.epochs(entry.count, metric: metric))
      default:
        throw DecodingError.dataCorruptedError(
          forKey: .events, in: container, debugDescription: "there is no call “\(entry.call)”")
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(groups, forKey: .groups)
    let entries = events.map { event in
      switch event {
      case .steps(let count, let metric): Entry(call: "endStep", count: count, metric: metric?.bitPattern)
      case .epochs(let count, let metric): Entry(call: "endEpoch", count: count, metric: metric?.bitPattern)
      }
    }
    try container.encode(entries, forKey: .events)
  }
}
