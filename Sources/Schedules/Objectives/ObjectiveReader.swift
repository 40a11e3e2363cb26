import Diagnostics
import JSON
import Text

/// Reads the `objective` of a schedule file, for one optimizer.
struct ObjectiveReader {
  /// The optimizer as it is written; `nil` where a file leaves it out.
  let written: Value?
  let optimizer: Optimizer
  /// The classes of its param groups: some may be optimizers of their own.
  let types: [String]

  /// The keys of a clip.
  static let clipKeys = ["norm", "norm_type", "value"]

  func read(_ value: Value, _ reading: inout Reading) -> Objective? {
    guard
      let members = reading.members(
        of: value, "an objective", hint: "for example, {\"type\": \"\(value.string ?? "quadratic")\"}")
    else { return nil }
    let unnamed = Fields(members, of: "the objective", namedAt: value.range.part(0, 1))
    guard let type = unnamed["type"] else {
      reading.report(
        Diagnostic(
          .spec, "the objective has no “type”", at: unnamed.nameRange,
          hint: "one of \(ObjectiveType.Name.allCases.map(\.rawValue).joined(separator: " "))"))
      return nil
    }
    reading.parameter = "type"
    guard let word = String.read(type.value, &reading) else { return nil }
    let names = ObjectiveType.Name.allCases
    guard let name = names.first(where: { word.isFolded(equalTo: $0.rawValue) }) else {
      reading.report(
        Diagnostic(
          .kind, "unknown objective “\(word)”", at: type.value.range,
          hint: Diagnostic.suggestion(Nearest.match(for: word, among: names.map(\.rawValue)))
            ?? "one of \(names.map(\.rawValue).joined(separator: " "))"))
      return nil
    }
    var fields = Fields(members, of: "the objective “\(name.rawValue)”", namedAt: type.value.range)
    let known = ObjectiveType.of(name).parameters.map(\.name) + ["type"] + (name.hasGradient ? ["clip"] : [])
    fields.check(against: known, as: .param, noun: "parameter", &reading)
    let before = reading.problems.count
    guard var objective = objective(name, fields, &reading), reading.problems.count == before else { return nil }
    objective.range = value.range
    if let member = fields["clip"] { objective.clip = clip(member.value, &reading) }
    if objective.isLaw {
      objective.group = group(fields, &reading)
    } else {
      attach(to: &objective, &reading)
    }
    return objective
  }

  // MARK: Types

  private func objective(_ name: ObjectiveType.Name, _ fields: Fields, _ reading: inout Reading) -> Objective? {
    typealias Declared = ObjectiveParameters
    switch name {
    case .quadratic:
      guard let a = Declared.factors.read(from: fields, &reading) else { return nil }
      let count = a.isList ? a.values.count : nil
      guard let start = start(Declared.quadraticStart, count, fields, &reading) else { return nil }
      return made(.quadratic(a: a.spread(over: start.count)), name, start)
    case .rosenbrock:
      let (a, b) = (
        Declared.valleyPlace.read(from: fields, &reading), Declared.valleyWalls.read(from: fields, &reading)
      )
      guard let a, let b, let start = start(Declared.rosenbrockStart, 2, fields, &reading) else { return nil }
      return made(.rosenbrock(a: a, b: b), name, start)
    case .beale: return start(Declared.bealeStart, 2, fields, &reading).map { made(.beale, name, $0) }
    case .rastrigin:
      guard let a = Declared.waves.read(from: fields, &reading) else { return nil }
      return start(Declared.rastriginStart, nil, fields, &reading).map { made(.rastrigin(a: a), name, $0) }
    case .logistic:
      guard let l2 = Declared.l2.read(from: fields, &reading) else { return nil }
      return start(Declared.logisticStart, 3, fields, &reading).map { made(.logistic(l2: l2), name, $0) }
    case .expression:
      guard let text = Declared.function.read(from: fields, &reading), let member = fields[Declared.function.name],
        let start = start(Declared.quadraticStart, nil, fields, &reading)
      else { return nil }
      let (place, isVerbatim) = Expression.place(of: text, in: member.value.range)
      do throws(Diagnostic) {
        let function = try DifferentiableExpression.compile(
          text, dimensions: start.count, at: place, isVerbatim: isVerbatim)
        return made(.expression(function), name, start)
      } catch {
        reading.report(error)
        return nil
      }
    case .noisyQuadratic: return noisy(fields, &reading).map { made(.noisyQuadratic($0), name, []) }
    case .annealing: return annealing(fields, &reading)
    case .multiPower: return multiPower(fields, &reading)
    case .lastIterateBound:
      let (distance, norms) = (
        Declared.distance.read(from: fields, &reading), Declared.gradientNorms.read(from: fields, &reading)
      )
      guard let distance, let norms else { return nil }
      return Objective(.lastIterateBound(distance: distance, gradientNorms: norms.values), name)
    }
  }

  private func made(_ kind: Objective.Kind, _ name: ObjectiveType.Name, _ start: [Double]) -> Objective {
    var objective = Objective(kind, name)
    objective.start = start
    return objective
  }

  /// Where the parameters start; one number holds for as many coordinates as the objective or the param groups have.
  private func start(
    _ standard: [Double], _ count: Int?, _ fields: Fields, _ reading: inout Reading
  ) -> [Double]? {
    guard let start = ObjectiveParameters.start(standard).read(from: fields, &reading) else { return nil }
    let wanted = count ?? max(1, ownCoordinates?.joined().max().map { min($0, 999_999) + 1 } ?? optimizer.groups.count)
    let isFixed = count != nil
    let values = start.isList ? start.values : start.spread(over: wanted)
    if isFixed, values.count != wanted {
      reading.report(
        Diagnostic(
          .value, "“start” has \(values.count.counted("coordinate")), and \(wanted) are needed",
          at: fields["start"]?.value.range ?? fields.nameRange))
      return nil
    }
    return values
  }

  private func noisy(_ fields: Fields, _ reading: inout Reading) -> Objective.Noisy? {
    typealias Declared = ObjectiveParameters
    let (dim, batch) = (Declared.dim.read(from: fields, &reading), Declared.batchSize.read(from: fields, &reading))
    let (power, precondition) = (
      Declared.power.read(from: fields, &reading), Declared.precondition.read(from: fields, &reading)
    )
    let (ema, start) = (
      Declared.ema.read(from: fields, &reading), Declared.start(Declared.noisyStart).read(from: fields, &reading)
    )
    let (given, noise) = (
      Declared.curvatures.read(from: fields, &reading), Declared.variances.read(from: fields, &reading)
    )
    guard let dim, let batch, let power, let precondition, let ema, let start, let given, let noise else { return nil }
    let h: [Double] =
      given ?? (1...max(1, dim)).map { index in power == 1 ? 1 / Double(index) : Libm.pow(Double(index), -power) }
    let c = noise ?? h.map { $0 / batch }
    let starts = start.spread(over: h.count)
    for (name, count) in [("c", c.count), ("start", starts.count)] where count != h.count {
      reading.report(
        Diagnostic(
          .value, "“\(name)” has \(count) numbers, and there are \(h.count) dimensions",
          at: fields[name]?.value.range ?? fields.nameRange))
      return nil
    }
    if types != [OptimizerClass.sgd.rawValue] {
      reading.report(
        Diagnostic(
          .value, "the noisy quadratic model is exact for SGD with one param group only", at: fields.nameRange,
          hint: "“precondition” takes the place of Adam"))
      return nil
    }
    return Objective.Noisy(h: h, c: c, start: starts, precondition: precondition, ema: ema)
  }

  private func annealing(_ fields: Fields, _ reading: inout Reading) -> Objective? {
    typealias Declared = ObjectiveParameters
    let preset = Declared.annealingPreset.read(from: fields, &reading)
    let given = ["L0", "A", "alpha", "C"].map { Declared.constant($0).read(from: fields, &reading) }
    let (decay, warmup) = (Declared.decay.read(from: fields, &reading), Declared.warmup.read(from: fields, &reading))
    guard let preset, let decay, let warmup, given.allSatisfy({ $0 != nil }) else { return nil }
    let own = given.map { $0 ?? nil }
    let standard = preset.constants
    let constants = Objective.Annealing(
      l0: own[0] ?? standard.l0, a: own[1] ?? standard.a, alpha: own[2] ?? standard.alpha, c: own[3] ?? standard.c,
      decay: decay, warmsUpAtPeak: warmup == .peak)
    var objective = Objective(.annealing(constants), .annealing)
    if own.allSatisfy({ $0 == nil }) { objective.preset = preset.preset }
    return objective
  }

  private func multiPower(_ fields: Fields, _ reading: inout Reading) -> Objective? {
    typealias Declared = ObjectiveParameters
    let preset = Declared.multiPowerPreset.read(from: fields, &reading)
    let given = ["L0", "A", "alpha", "B", "C", "beta", "gamma"].map {
      Declared.constant($0).read(from: fields, &reading)
    }
    guard let preset, given.allSatisfy({ $0 != nil }) else { return nil }
    let own = given.map { $0 ?? nil }
    let standard = preset.constants
    let constants = Objective.MultiPower(
      l0: own[0] ?? standard.l0, a: own[1] ?? standard.a, alpha: own[2] ?? standard.alpha, b: own[3] ?? standard.b,
      c: own[4] ?? standard.c, beta: own[5] ?? standard.beta, gamma: own[6] ?? standard.gamma)
    let bounds = [("C", constants.c, Bounds.above(0)), ("beta", constants.beta, .above(0, atMost: 100))]
    for (name, value, bounds) in bounds where !bounds.contains(value) {
      reading.report(
        Diagnostic(
          .value, "“\(name)” must be \(bounds.words), not \(Shown.number(value))",
          at: fields[name]?.value.range ?? fields.nameRange))
      return nil
    }
    var objective = Objective(.multiPower(constants), .multiPower)
    if own.allSatisfy({ $0 == nil }) { objective.preset = preset.preset }
    return objective
  }

  // MARK: What goes with it

  /// The param group whose rate a law sees: by its name or, without one, its index.
  private func group(_ fields: Fields, _ reading: inout Reading) -> Int {
    guard let member = fields["group"], let name = ObjectiveParameters.group.read(from: fields, &reading) ?? nil else {
      return 0
    }
    let names = optimizer.groups.enumerated().map { $1.name ?? String($0) }
    if let index = names.firstIndex(where: { Array($0.utf8) == Array(name.utf8) }) { return index }
    reading.report(
      Diagnostic(
        .value, "there is no param group “\(name)”", at: member.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: name, among: names))))
    return 0
  }

  private func clip(_ value: Value, _ reading: inout Reading) -> Objective.Clip? {
    guard let members = reading.members(of: value, "“clip”", hint: "{\"norm\": 1.0} or {\"value\": 0.5}") else {
      return nil
    }
    var fields = Fields(members, of: "“clip”", namedAt: value.range.part(0, 1))
    fields.check(against: Self.clipKeys, as: .spec, noun: "key", &reading)
    guard (fields["norm"] == nil) != (fields["value"] == nil) else {
      reading.report(
        Diagnostic(
          .spec, "“clip” has either “norm” or “value”", at: fields.nameRange, hint: "for example, {\"norm\": 1.0}"))
      return nil
    }
    if types.contains(OptimizerClass.sparseAdam.rawValue) {
      reading.report(
        Diagnostic(.value, "SparseAdam’s sparse gradients are not clipped", at: value.range, hint: "leave “clip” out"))
      return nil
    }
    if fields["value"] != nil {
      if let order = fields["norm_type"] {
        reading.report(Diagnostic(.spec, "“norm_type” belongs to “norm”", at: order.keyRange))
      }
      return Parameter<Double>("value", in: .atLeast(0), "The largest magnitude.").read(from: fields, &reading)
        .map { .value($0) }
    }
    let limit = Parameter<Double>("norm", in: .atLeast(0), "The largest norm.").read(from: fields, &reading)
    var order = 2.0
    if let member = fields["norm_type"] {
      if case .string("inf") = member.value.content {
        order = .infinity
      } else {
        let parameter = Parameter<Double>("norm_type", default: 2, in: .above(0), "The order of the norm.")
        order = parameter.read(from: fields, &reading) ?? 2
      }
    }
    return limit.map { .norm($0, order: order) }
  }
}
