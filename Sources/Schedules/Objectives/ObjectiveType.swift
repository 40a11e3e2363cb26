/// A type of objective: its name, what it shows, and its parameters, declared once for the reader, the schema and help.
package struct ObjectiveType: Sendable {
  package enum Name: String, Sendable, CaseIterable {
    case quadratic, rosenbrock, beale, rastrigin, logistic, expression
    case noisyQuadratic = "noisy-quadratic"
    case annealing
    case multiPower = "multi-power"
    case lastIterateBound = "last-iterate-bound"

    /// Whether an optimizer descends its gradient, which may be clipped.
    package var hasGradient: Bool {
      switch self {
      case .quadratic, .rosenbrock, .beale, .rastrigin, .logistic, .expression: true
      case .noisyQuadratic, .annealing, .multiPower, .lastIterateBound: false
      }
    }

    /// What a panel that shows it is called.
    package var title: String {
      switch self {
      case .annealing: "annealing law"
      case .multiPower: "multi-power law"
      case .lastIterateBound: "last-iterate bound"
      case .noisyQuadratic: "expected loss"
      default: "loss"
      }
    }
  }

  package let name: Name
  /// What it is and shows, in one sentence.
  package let summary: String
  package let formula: String
  package let parameters: [ParameterDescription]

  private init(_ name: Name, _ summary: String, formula: String, _ parameters: [ParameterDescription]) {
    self.name = name
    self.summary = summary
    self.formula = formula
    self.parameters = parameters
  }

  package static var all: [ObjectiveType] { Name.allCases.map(of) }

  static func of(_ name: Name) -> ObjectiveType {
    typealias Declared = ObjectiveParameters
    let constants = { (names: [String]) in names.map { Declared.constant($0).description } }
    switch name {
    case .quadratic:
      return ObjectiveType(
        name, "A bowl: one rate, a curvature hᵢ = 2aᵢ for each coordinate.", formula: "Σ aᵢ·xᵢ²",
        [Declared.factors.description, Declared.start(Declared.quadraticStart).description])
    case .rosenbrock:
      return ObjectiveType(
        name, "A curved valley, for momentum and Adam.", formula: "(a − x)² + b·(y − x²)²",
        [
          Declared.valleyPlace.description, Declared.valleyWalls.description,
          Declared.start(Declared.rosenbrockStart).description,
        ])
    case .beale:
      return ObjectiveType(
        name, "A plateau between steep walls, for clipping.",
        formula: "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
        [Declared.start(Declared.bealeStart).description])
    case .rastrigin:
      return ObjectiveType(
        name, "Local minima, which restarts and cycles can leave.", formula: "A·n + Σ (xᵢ² − A·cos 2πxᵢ)",
        [Declared.waves.description, Declared.start(Declared.rastriginStart).description])
    case .logistic:
      return ObjectiveType(
        name, "Logistic regression on eight points: smooth, convex, with a floor.",
        formula: "mean log(1 + e^m) + ½·l2·Σ xᵢ²",
        [Declared.l2.description, Declared.start(Declared.logisticStart).description])
    case .expression:
      return ObjectiveType(
        name, "Any function of x, y, z or x0, x1 …, with its exact gradient.", formula: "f(x)",
        [Declared.function.description, Declared.start(Declared.quadraticStart).description])
    case .noisyQuadratic:
      return ObjectiveType(
        name, "The expected loss of SGD with noisy gradients: why rates must fall.",
        formula: "½ Σ hᵢ·E[θᵢ²], hᵢ = i^−power, noise of variance hᵢ/batch_size",
        [
          Declared.dim.description, Declared.batchSize.description, Declared.power.description,
          Declared.precondition.description,
          Declared.ema.description, Declared.curvatures.description, Declared.variances.description,
          Declared.start(Declared.noisyStart).description,
        ])
    case .annealing:
      return ObjectiveType(
        name, "The annealing law: a pre-training loss predicted from the rates alone.",
        formula: "L0 + A·S₁^−alpha − C·S₂",
        [Declared.annealingPreset.description] + constants(["L0", "A", "alpha", "C"])
          + [Declared.decay.description, Declared.warmup.description, Declared.group.description])
    case .multiPower:
      return ObjectiveType(
        name, "The multi-power law: a pre-training loss predicted from the rates alone.",
        formula: "L0 + A·S₁^−alpha − B·Σ Δη·G",
        [Declared.multiPowerPreset.description] + constants(["L0", "A", "alpha", "B", "C", "beta", "gamma"])
          + [Declared.group.description])
    case .lastIterateBound:
      return ObjectiveType(
        name, "The bound of convex theory on the last iterate: compares shapes and predicts no loss.",
        formula: "D²/2S + ½·(η·G² + Σ ηₖ²·G²/(S(T) − S(k)))",
        [Declared.distance.description, Declared.gradientNorms.description, Declared.group.description])
    }
  }
}
