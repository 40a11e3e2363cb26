import Diagnostics
import Text

extension Family {
  static let diffusers = Family(name: "diffusers", title: "Hugging Face diffusers", interval: .step, resumes: .torch) {
    Diffusers.kinds
  }
}

/// The schedules of diffusers' `get_scheduler`, 0.36: transformers' without the arguments that it does not pass on, and one
/// of its own.
enum Diffusers {
  static let kinds: [Kind] = [
    kind(
      "linear", "Linear warm-up, then linear decay to zero.", differs: "transformers.linear.",
      formula: "lr(s) = b·s/W for s < W = num_warmup_steps, then b·(T − s)/(T − W), T = num_training_steps"
    ) { Transformers.linear },
    kind(
      "cosine", "Linear warm-up, then cosine decay to zero.",
      differs: "transformers.cosine with num_cycles 0.5, whatever is given.",
      formula: "lr(s) = b·s/W for s < W = num_warmup_steps, then b·(1 + cos πp)/2, p = (s − W)/(num_training_steps − W)"
    ) {
      Transformers.declaration { (training) throws(Diagnostic) in Transformers.cosine(training, waves: 0.5) }
    },
    kind(
      "cosine_with_restarts", "Linear warm-up, then cosine decay with num_cycles restarts.",
      differs: "transformers.cosine_with_restarts.",
      formula: "lr(s) = b·s/W for s < W = num_warmup_steps, then b·(1 + cos π(num_cycles·p mod 1))/2",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "num_cycles": 3}"#
    ) { Transformers.restarts },
    kind(
      "polynomial", "Linear warm-up, then polynomial decay to 1e-7.",
      differs: "transformers.polynomial, whose lr_end is 1e-7 here, whatever is given.",
      formula:
        "lr(s) = b·s/W for s < W = num_warmup_steps, then b·((L − e)·(1 − p)^power + e)/L, e = 1e-7, L the optimizer's lr",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "power": 2}"#
    ) {
      Transformers.declaration(Parameter("power", default: 1.0, "The power; 1 is linear.")) {
        (training, power) throws(Diagnostic) in try Transformers.polynomial(training, to: 1e-7, power)
      }
    },
    kind(
      "constant", "Constant rate.", differs: "It warms nothing up, whatever num_warmup_steps says.",
      formula: "lr(s) = b", example: #"{"num_training_steps": 100}"#
    ) { Transformers.constant },
    kind(
      "constant_with_warmup", "Linear warm-up, then a constant rate.",
      differs: "transformers.constant_with_warmup.", formula: "lr(s) = b·s/W for s < W = num_warmup_steps, then b"
    ) { Transformers.constantWithWarmUp },
    kind(
      "piecewise_constant",
      "Piecewise constant factors of the base rate.",
      differs: "The steps are counted from 0, and not one from the other as the example of its manual says.",
      formula: "lr(s) = b·value, of the first value:step with s < step, else of the last value",
      example: #"{"step_rules": "1:10,0.1:20,0.01:30,0.005"}"#
    ) {
      Declaration(
        law: Parameter<String>(
          "step_rules", "Factors and the steps before which they hold, and the last factor: \"1:10,0.1:20,0.05\"."),
        make: piecewise)
    },
  ]

  private static func kind(
    _ name: String, _ summary: String, differs: String, formula: String,
    example: String = #"{"num_warmup_steps": 10, "num_training_steps": 100}"#,
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, .diffusers, summary, formula: formula, differs: differs,
      source: "`diffusers.optimization.get_scheduler(\"\(name)\")`, 0.36.", example: example, declare: declare)
  }

  private static func piecewise(_ text: String) throws(Diagnostic) -> Law {
    var rules: [(step: Int, value: Double)] = []
    let pieces = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for piece in pieces.dropLast() {
      let parts = piece.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { Bytes($0).text }
      guard parts.count == 2, let value = PythonLiteral.float(parts[0]), let step = PythonLiteral.float(parts[1]),
        let step = Int(exactly: step)
      else { throw strange(Bytes(piece).text) }
      // As in a Python dictionary: of two rules for a step the later one holds.
      rules.removeAll { $0.step == step }
      rules.append((step, value))
    }
    guard let last = pieces.last.flatMap({ PythonLiteral.float(Bytes($0).text) }) else {
      throw strange(pieces.last.map { Bytes($0).text } ?? "")
    }
    rules.sort { $0.step < $1.step }
    let (steps, values) = (rules.map { Double($0.step) }, rules.map(\.value) + [last])
    // Half as long again as the last step, so that the last factor is seen.
    return Law(length: steps.last.map { max(1, (1.5 * $0).rounded(.up)) }, .jumps) { step, base in
      base * values[Python.bisect(steps, Double(step))]
    }
  }

  private static func strange(_ rule: String) -> Diagnostic {
    Diagnostic(
      .value, "“\(rule)” is not a rule of “step_rules”", of: "step_rules",
      hint: "“1:10,0.1:20,0.05”: a factor and the step before which it holds, and at last a factor alone")
  }
}
