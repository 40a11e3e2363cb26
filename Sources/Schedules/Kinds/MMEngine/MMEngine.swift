import Diagnostics

extension Family {
  static let mmengine = Family(name: "mmengine", title: "MMEngine", interval: .epoch, resumes: .mmengine) {
    MMEngine.kinds
  }
}

/// The parameter schedulers of OpenMMLab: `mmengine.optim.scheduler`, 0.10.7.
///
/// Each acts inside a window of the run and changes the current value, so a list of them is a chain. Each comes in three
/// forms: for the rate, for momentum, and for the parameter that `param_name` names.
enum MMEngine {
  static let kinds: [Kind] =
    Constant.kinds + CosineAnnealing.kinds + CosineRestart.kinds + Exponential.kinds + Linear.kinds + MultiStep.kinds
    + OneCycle.kinds + Poly.kinds + Step.kinds + ReduceOnPlateau.kinds

  /// What all have in common: what is changed, and when.
  struct Target: Sendable {
    let quantity: Quantity
    let window: Window
    /// Whether the quantity was given by its name in a param group, where momentum is none of the betas.
    var isNamed = false
  }

  /// The three forms in which a scheduler comes.
  enum Form: CaseIterable {
    case lr, momentum, named

    var suffix: String {
      switch self {
      case .lr: "LR"
      case .momentum: "Momentum"
      case .named: "ParamScheduler"
      }
    }

    /// What it changes, in a sentence.
    var words: String {
      switch self {
      case .lr: "the rate"
      case .momentum: "momentum"
      case .named: "a parameter"
      }
    }

    /// The parameters after a scheduler's own.
    var common: Parameters<Target> {
      switch self {
      case .lr: Window.parameters.map { Target(quantity: .lr, window: $0) }
      case .momentum: Window.parameters.map { Target(quantity: .momentum, window: $0) }
      case .named:
        Parameters(Parameter<Quantity>("param_name", "What is changed: lr, momentum or weight_decay.")) { $0 }
          .and(Window.parameters) { Target(quantity: $0, window: $1, isNamed: true) }
      }
    }
  }

  /// The kinds of one scheduler, a form each.
  ///
  /// `summary` says what it does to what it changes; `stem` is the name without its ending.
  static func forms(
    of stem: String, short: String, in forms: [Form] = Form.allCases, _ summary: @escaping (String) -> String,
    formula: String, differs: String, example: String, declare: @escaping @Sendable (Form) -> Declaration
  ) -> [Kind] {
    forms.map { form in
      let inside = example.dropFirst().dropLast()
      let name = form == .named ? #"{"param_name": "lr"\#(inside.isEmpty ? "" : ", ")\#(inside)}"# : example
      return Kind(
        stem + form.suffix, short: form == .lr ? short : nil, .mmengine, summary(form.words), formula: formula,
        differs: differs, source: "mmengine.optim.scheduler.\(stem)\(form.suffix), 0.10.7", example: name
      ) { declare(form) }
    }
  }
}
