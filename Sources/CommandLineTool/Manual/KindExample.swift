import Diagnostics
import JSON
import Schedules
import Text

/// A kind's example as a command line and as a file, both made from its declaration.
struct KindExample {
  private let kind: Kind
  private let parameters: [ParameterDescription]
  private let needsMetric: Bool

  init(_ kind: Kind) {
    self.kind = kind
    parameters = kind.declaration.parameters
    needsMetric = kind.watchesMetric
  }

  /// What one types.
  var commandLine: String {
    let flags = kind.exampleMembers.map { member in
      let flag = parameters.first { $0.name == member.key }?.flagName ?? member.key
      // A switch that is on is typed alone, and off with a “no”.
      if case .bool(let isOn) = member.value.content { return isOn ? "--\(flag)" : "--no-\(flag)" }
      return "--\(flag) \(argument(member.value))"
    }
    let metric = needsMetric ? ["--metric 0.5"] : []
    return (["lrplot", kind.typedName] + flags + metric).joined(separator: " ")
  }

  /// What one writes.
  var file: String {
    let inside = kind.example.dropFirst().dropLast()
    let metric = needsMetric ? ", \"metric\": 0.5" : ""
    return "{\"scheduler\": {\"type\": \"\(kind.fullName)\"\(inside.isEmpty ? "" : ", ")\(inside)}\(metric)}"
  }

  private func argument(_ value: Value) -> String {
    let text = Array(kind.example.utf8)
    let written = String(decoding: text[value.range.lower..<min(value.range.upper, text.count)], as: UTF8.self)
    switch value.content {
    case .array(let elements):
      let isPlain = elements.allSatisfy { if case .number = $0.content { true } else { false } }
      return isPlain ? elements.map(argument).joined(separator: ",") : "'\(written)'"
    case .object: return "'\(written)'"
    case .string(let text): return text.shellQuoted
    default: return written
    }
  }
}
