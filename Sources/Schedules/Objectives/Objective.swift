package import Diagnostics

/// What a run's updates do to a loss, as a schedule file describes it: an objective with an optimizer, or a law.
package struct Objective: Sendable {
  package enum Kind: Sendable {
    /// Σ aᵢ·xᵢ², a factor for each coordinate.
    case quadratic(a: [Double])
    case rosenbrock(a: Double, b: Double)
    case beale
    case rastrigin(a: Double)
    case logistic(l2: Double)
    case expression(DifferentiableExpression)
    case noisyQuadratic(Noisy)
    case annealing(Annealing)
    case multiPower(MultiPower)
    case lastIterateBound(distance: Double, gradientNorms: [Double])
  }

  /// How gradients are clipped, after the objective and before the optimizer.
  package enum Clip: Sendable {
    /// `clip_grad_norm_`: to a norm of an order.
    case norm(Double, order: Double)
    /// `clip_grad_value_`: each element.
    case value(Double)
  }

  package let kind: Kind
  package let type: ObjectiveType.Name
  /// Where a law's constants are from; `nil` where there are none, or the file has its own.
  package var preset: Preset?
  package var start: [Double] = []
  package var clip: Clip?
  /// The class of the optimizer; a law has no use for one.
  package var optimizer = OptimizerClass.sgd
  /// The same of each param group, which may be an optimizer of its own.
  package var optimizers: [OptimizerClass] = []
  /// The hyper-parameters of each param group, and the coordinates that it has.
  package var hyperparameters: [Hyperparameters] = []
  /// The quantities of the file that are hyper-parameters, by their places among all of them.
  package var driven: [(quantity: Int, value: Hyperparameters.Drivable)] = []
  package var coordinates: [[Int]] = []
  /// The param group whose rate a law sees.
  package var group = 0
  package var range = SourceRange(0, 0)

  package init(_ kind: Kind, _ type: ObjectiveType.Name) {
    self.kind = kind
    self.type = type
  }

  /// Whether it predicts the loss from the rates alone.
  package var isLaw: Bool {
    switch kind {
    case .annealing, .multiPower, .lastIterateBound: true
    default: false
    }
  }

  /// How many numbers an update of a run goes through, at most; a law that is followed update by update looks back at
  /// all of them.
  package func workPerStep(of steps: Int, isWatched: Bool) -> Int {
    switch kind {
    case .noisyQuadratic(let model): return model.h.count
    case .annealing: return 1
    case .multiPower, .lastIterateBound: return isWatched ? max(200, steps) : 200
    default:
      guard optimizer == .lbfgs, let group = hyperparameters.first else { return workPerEvaluation }
      let inner = group.searchesLine ? group.maxEvaluations : group.maxIterations
      let work = workPerEvaluation.multipliedReportingOverflow(by: max(1, inner))
      return work.overflow ? .max : work.partialValue
    }
  }

  /// The coordinates or, of an expression, its instructions for the value and for every derivative anew.
  private var workPerEvaluation: Int {
    guard case .expression(let function) = kind else { return max(1, start.count) }
    let work = (start.count + 1).multipliedReportingOverflow(by: max(1, function.length))
    return work.overflow ? .max : work.partialValue
  }
}

extension Objective {
  /// The noisy quadratic model: curvatures, noise variances and starting points, one for each dimension.
  package struct Noisy: Sendable {
    package let h: [Double]
    package let c: [Double]
    package let start: [Double]
    /// The power of the curvature that a preconditioner takes out.
    package let precondition: Double
    /// The factor of the averaged parameters, whose loss is shown then.
    package let ema: Double?

    package init(h: [Double], c: [Double], start: [Double], precondition: Double = 0, ema: Double? = nil) {
      self.h = h
      self.c = c
      self.start = start
      self.precondition = precondition
      self.ema = ema
    }
  }

  /// The constants of the annealing law.
  package struct Annealing: Sendable, Equatable {
    package let l0: Double
    package let a: Double
    package let alpha: Double
    package let c: Double
    /// λ, by which the memory of earlier falls fades a step.
    package let decay: Double
    /// Whether the constants were made with the warm-up taken at the peak rate.
    package let warmsUpAtPeak: Bool

    package init(
      l0: Double, a: Double, alpha: Double, c: Double, decay: Double = 0.999, warmsUpAtPeak: Bool = false
    ) {
      self.l0 = l0
      self.a = a
      self.alpha = alpha
      self.c = c
      self.decay = decay
      self.warmsUpAtPeak = warmsUpAtPeak
    }
  }

  /// The constants of the multi-power law.
  package struct MultiPower: Sendable, Equatable {
    package let l0: Double
    package let a: Double
    package let alpha: Double
    package let b: Double
    package let c: Double
    package let beta: Double
    package let gamma: Double

    package init(l0: Double, a: Double, alpha: Double, b: Double, c: Double, beta: Double, gamma: Double) {
      self.l0 = l0
      self.a = a
      self.alpha = alpha
      self.b = b
      self.c = c
      self.beta = beta
      self.gamma = gamma
    }
  }

  /// Constants that have a name, and the run that they were fitted to: its largest rate and its length.
  package struct Preset: Sendable {
    package let name: String
    package let peak: Double
    package let steps: Int
  }
}
