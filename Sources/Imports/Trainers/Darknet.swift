import Diagnostics
import JSON
import Text

/// Darknet's .cfg: the `[net]` section alone counts. A row is a whole batch, on one GPU.
///
/// Source: src/parser.c, src/network.c of AlexeyAB/darknet.
extension Conversion {
  mutating func darknet(_ table: Table) throws(Diagnostic) -> Draft {
    // A list is searched from its head, so the first of two counts.
    let net = Table(Array(table.entries.reversed()), at: table.range, name: "net")
    try net.refuseStrangers(besides: ["learning_rate", "learning_rate_min", "sgdr_cycle"], of: "Darknet")
    let entry = try net.entry("policy")
    var policy = "constant"
    if let entry, case .text(let text) = entry.value.content {
      policy = text
    } else {
      noteDefault("policy", "constant")
    }
    let place = entry?.value.range ?? table.range.part(0, 1)
    var parameters: [(String, Value?)] = []
    func one(_ key: String, _ standard: Double? = nil) throws(Diagnostic) {
      guard let value = try net.number(key) ?? standard else {
        throw Diagnostic(.import, "the policy “\(policy)” needs “\(key)”", at: place)
      }
      parameters.append((key, .number(value).placed(at: net.found(key)?.value.range ?? place)))
    }
    switch policy {
    case "constant", "poly": break
    case "random": throw Diagnostic(.import, "the policy “random” cannot be drawn", at: place)
    case "step":
      try one("step", 1)
      try one("scale", 1)
    case "steps":
      for key in ["steps", "scales"] {
        guard let list = try net.numbers(key) else {
          throw Diagnostic(.import, "the policy “steps” needs “\(key)”", at: place)
        }
        parameters.append((key, Value(.array(list), at: net.found(key)?.value.range ?? place)))
      }
    case "exp": try one("gamma", 1)
    case "sigmoid", "sig":
      try one("gamma", 1)
      try one("step", 1)
    case "sgdr":
      for key in ["learning_rate_min", "sgdr_cycle", "sgdr_mult"] where net.has(key) { try one(key) }
    default:
      throw Diagnostic(
        .import, "Darknet has no policy “\(policy)”", at: place,
        hint: Diagnostic.suggestion(
          Nearest.match(for: policy, among: ["constant", "step", "steps", "exp", "poly", "sigmoid", "sgdr", "random"])))
    }
    if net.has("burn_in") { try one("burn_in") }
    if net.has("power") { try one("power") }
    guard let steps = try given(settings.steps, net.count("max_batches")), steps > 0 else {
      throw Diagnostic(.import, "there is no max_batches in the file", at: table.range.part(0, 1), hint: "give --steps")
    }
    if net.has("max_batches") { try one("max_batches") }
    var draft = Draft(
      type: try net.flag("adam") == true ? "Adam" : "SGD", rate: try rate(net, ["learning_rate"], standard: 0.001),
      scheduler: Draft.node("darknet.\(policy == "sig" ? "sigmoid" : policy)", at: place, parameters),
      length: .updates(steps, perEpoch: settings.stepsPerEpoch))
    if draft.type == "SGD" { draft.momentum = .number(try net.number("momentum") ?? 0.9) }
    return draft
  }
}
