import Diagnostics
import JSON
import Schedules
import Text

/// detectron2's YAML: the `SOLVER` of a configuration and of the `_BASE_` below it.
///
/// Source: detectron2.config.defaults, solver.build, 02b5c4e.
extension Conversion {
  private static let solverKeys = [
    "LR_SCHEDULER_NAME", "BASE_LR", "BASE_LR_END", "MAX_ITER", "STEPS", "GAMMA", "WARMUP_FACTOR", "WARMUP_ITERS",
    "WARMUP_METHOD", "NUM_DECAYS", "RESCALE_INTERVAL", "REFERENCE_WORLD_SIZE", "MOMENTUM", "BIAS_LR_FACTOR",
  ]

  mutating func detectron2(_ table: Table) throws(Diagnostic) -> Draft {
    let whole = try withBases(table, key: "_BASE_")
    guard let solver = try whole.table("SOLVER") else {
      throw Diagnostic(.import, "there is no SOLVER in the file", at: table.range.part(0, 1))
    }
    try solver.refuseStrangers(besides: Conversion.solverKeys, of: "detectron2")
    let entry = try solver.entry("LR_SCHEDULER_NAME")
    var name = "WarmupMultiStepLR"
    if let entry, case .text(let text) = entry.value.content { name = text }
    let kinds = ["WarmupMultiStepLR", "WarmupCosineLR", "WarmupStepWithFixedGammaLR"]
    guard kinds.contains(name) else {
      throw Diagnostic(
        .import, "“\(name)” is a scheduler of a project’s own, whose code is not run", at: entry?.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: name, among: kinds)))
    }
    let factor = try solverScale(solver)
    func scaled(_ count: Double) -> Double { factor == 1 ? count : (count / factor).rounded(.toNearestOrEven) }
    var rate = try rate(solver, ["BASE_LR"], standard: 0.001)
    if factor != 1, case .number(let number) = rate.content { rate = .number(number.value * factor, at: rate.range) }
    var iterations = Double(try solver.count("MAX_ITER") ?? 40000)
    if !solver.has("MAX_ITER") { noteDefault("MAX_ITER", "40000") }
    iterations = scaled(iterations)
    guard let count = settings.steps ?? Int(exactly: iterations), count > 0 else {
      throw Diagnostic(.import, "“MAX_ITER” must be above 0", at: solver.found("MAX_ITER")?.value.range)
    }
    let place = solver.found("MAX_ITER")?.value.range ?? solver.range
    var parameters: [(String, Value?)] = [("MAX_ITER", .count(Int(exactly: iterations) ?? count, at: place))]
    for key in ["WARMUP_FACTOR", "WARMUP_ITERS", "WARMUP_METHOD", "RESCALE_INTERVAL"] {
      guard let entry = try solver.entry(key) else { continue }
      var value = try entry.value.numericValue()
      if key == "WARMUP_ITERS" { value = .number(scaled(try Table.number(entry))).placed(at: entry.value.range) }
      parameters.append((key, value))
    }
    switch name {
    case "WarmupMultiStepLR":
      if let steps = try solver.numbers("STEPS") {
        let moved = steps.map { step in
          if case .number(let number) = step.content {
            Value.number(scaled(number.value)).placed(at: step.range)
          } else {
            step
          }
        }
        parameters.append(("STEPS", Value(.array(moved), at: solver.found("STEPS")?.value.range ?? place)))
      } else {
        noteDefault("STEPS", "30000")
      }
      parameters.append(("GAMMA", try solver.number("GAMMA").map { .number($0) }))
    case "WarmupCosineLR": parameters.append(("BASE_LR_END", try solver.number("BASE_LR_END").map { .number($0) }))
    default:
      parameters.append(("NUM_DECAYS", try solver.count("NUM_DECAYS").map { .integer($0) }))
      parameters.append(("GAMMA", try solver.number("GAMMA").map { .number($0) }))
    }
    var draft = Draft(
      type: "SGD", rate: rate,
      scheduler: Draft.node("detectron2.\(name)", at: entry?.value.range ?? solver.range, parameters),
      length: .updates(count, perEpoch: settings.stepsPerEpoch))
    draft.momentum = .number(try solver.number("MOMENTUM") ?? 0.9)
    if let bias = try solver.number("BIAS_LR_FACTOR"), bias != 1, case .number(let number) = rate.content {
      draft.groups = [.init(name: "weight"), .init(name: "bias", rate: .number(number.value * bias))]
    }
    for key in ["WARMUP_ITERS", "WARMUP_FACTOR", "GAMMA", "LR_SCHEDULER_NAME"] where !solver.has(key) {
      noteDefault(key, ["WARMUP_ITERS": "1000", "WARMUP_FACTOR": "0.001", "GAMMA": "0.1"][key] ?? name)
    }
    return draft
  }

  /// By what the batch differs from the one the configuration was made for.
  private func solverScale(_ solver: Table) throws(Diagnostic) -> Double {
    guard let reference = try solver.count("REFERENCE_WORLD_SIZE"), reference > 0 else { return 1 }
    guard let world = settings.worldSize else {
      throw Diagnostic(
        .import, "REFERENCE_WORLD_SIZE changes the rate and all lengths with the number of processes",
        at: solver.found("REFERENCE_WORLD_SIZE")?.range, hint: "give --world-size")
    }
    return Double(world) / Double(reference)
  }
}
