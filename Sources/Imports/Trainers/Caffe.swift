import Diagnostics
import JSON
import Text

/// Caffe's solver.prototxt. A row is an iteration.
///
/// Source: src/caffe/proto/caffe.proto, solvers/sgd_solver.cpp.
extension Conversion {
  mutating func caffe(_ table: Table) throws(Diagnostic) -> Draft {
    try table.refuseStrangers(besides: ["base_lr", "lr_policy"], of: "Caffe")
    guard let entry = try table.entry("lr_policy"), case .text(let policy) = entry.value.content else {
      throw Diagnostic(.import, "there is no lr_policy in the file", at: table.range.part(0, 1))
    }
    let wanted: [String]
    switch policy {
    case "fixed": wanted = []
    case "step", "sigmoid": wanted = ["gamma", "stepsize"]
    case "exp": wanted = ["gamma"]
    case "inv": wanted = ["gamma", "power"]
    case "multistep": wanted = ["gamma", "stepvalue"]
    case "poly": wanted = ["power"]
    default:
      throw Diagnostic(
        .import, "Caffe has no policy “\(policy)”", at: entry.value.range,
        hint: Diagnostic.suggestion(
          Nearest.match(for: policy, among: ["fixed", "step", "exp", "inv", "multistep", "poly", "sigmoid"])))
    }
    var parameters: [(String, Value?)] = []
    for key in wanted {
      guard let values = try table.numbers(key), let first = values.first else {
        throw Diagnostic(.import, "the policy “\(policy)” needs “\(key)”", at: entry.value.range)
      }
      parameters.append((key, key == "stepvalue" ? Value(.array(values), at: first.range) : first))
    }
    guard let steps = try given(settings.steps, table.count("max_iter")) else {
      throw Diagnostic(.import, "there is no max_iter in the file", at: table.range.part(0, 1), hint: "give --steps")
    }
    if let iterations = try table.count("max_iter"), let place = table.found("max_iter")?.value.range {
      parameters.append(("max_iter", .count(iterations, at: place)))
    }
    var draft = Draft(
      type: optimizer(try table.text("type", "solver_type"), standard: "SGD"),
      rate: try rate(table, ["base_lr"], standard: nil, why: "there is no base_lr in the file"),
      scheduler: Draft.node("caffe.\(policy)", at: entry.value.range, parameters),
      length: .updates(steps, perEpoch: settings.stepsPerEpoch))
    if draft.type == "SGD" { draft.momentum = .number(try table.number("momentum") ?? 0) }
    return draft
  }
}
