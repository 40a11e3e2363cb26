import JSON
import Schedules

/// A page of help that is about no single command or kind.
struct Topic: Sendable {
  let name: String
  let summary: String
  let text: @Sendable () -> String

  static let all = [file, expressions, objectives, reports, exit]

  static func named(_ word: String) -> Topic? {
    all.first { $0.name.utf8.elementsEqual(word.lowercased().utf8) }
  }

  private static let file = Topic(name: "file", summary: "Schedule files: the keys, and what they mean.") {
    """
    A schedule file is one JSON object. Unknown and duplicate keys are errors.

      {
        "title": "Warm-up, then cosine",
        "epochs": 90,
        "optimizer": { "type": "AdamW", "lr": 3e-4 },
        "scheduler": {
          "type": "SequentialLR",
          "milestones": [5],
          "schedulers": [
            { "type": "LinearLR", "start_factor": 0.1, "total_iters": 5 },
            { "type": "CosineAnnealingLR", "T_max": 85 }
          ]
        }
      }

    Keys
    \(keys(of: Schema.file))

    Keys of "plot"
    \(keys(of: Schema.plot))

    Keys of a scheduler beside its parameters
    \(Manual.table([
      ("interval", "When it is stepped: \"epoch\", \"step\", {\"steps\": 500}, or {\"epochs\": 2}. Default: as its library does."),
      ("times", "How often it is stepped each time: 4 where accelerate runs four processes. Default: 1."),
    ]))

    Keys of a group in "param_groups" beside its hyper-parameters
    \(Manual.table([
      ("name", "What its columns are called; without one its index."),
      ("type", "Its own optimizer: Muon beside AdamW."),
      ("scheduler", "Its own scheduler; without one it follows the file's."),
      (
        "layers",
        "{\"count\": 12, \"lr_decay\": 0.75}: a group for each layer, NAME.0 to NAME.11, the last with the group's lr; "
          + "lr_scale_decay does that to lr_scale."
      ),
      ("coordinates", "Which coordinates of the objective it has: [0, 2]."),
    ]))

    Keys of "batch", which may be a number of samples too
    \(Manual.table([
      ("samples", "Samples of an update; or sizes by where they begin to hold: [[0, 768], [250000000000, 1536]]."),
      ("by", "What such places count: step, sample, or token. Default: step."),
      ("tokens_per_sample", "Tokens of a sample."),
      (
        "ramp",
        "{\"start\": 32, \"increment\": 32, \"samples\": 4000000}: Megatron's growth, from start to samples over so many."
      ),
    ]))

    A curve of "curves" has a "name", and may have an "optimizer", "scheduler", "objective", "metric", and "quantities" \
    of its own. A quantity is {"initial": 0.04, "scheduler": {…}}; one that is a hyper-parameter of the optimizer is what \
    the objective's update uses.

    `lrplot help objectives` tells what an "objective" is.

    Any object may also have "$schema", "$comment" (ignored), and "$lint" (the lint rules to silence).

    Names of kinds and parameters are compared without case, “_”, and “-”: T_max and t-max are one. `lrplot kinds` lists \
    the kinds, `lrplot help KIND` the parameters of one. `lrplot schema > lrplot.schema.json` writes the JSON Schema, \
    which an editor uses where "$schema" names it. `lrplot KIND … --print-spec` prints the file that a command line \
    stands for, `lrplot gallery NAME` a published one.

    """
  }

  /// The keys of an object in the schema, each with its description.
  private static func keys(of schema: Value) -> String {
    let everywhere = ["$schema", "$comment", "$lint"]
    let properties = schema.member("properties")?.members ?? []
    return Manual.table(
      properties.filter { !everywhere.contains($0.key) }.map { ($0.key, $0.value.member("description")?.text ?? "") })
  }

  private static let expressions = Topic(
    name: "expressions", summary: "The functions that lr_lambda, scale_fn, and metrics take."
  ) {
    """
    A function is a Python expression in a string: of LambdaLR, MultiplicativeLR, CyclicLR, a metric, and others.

      lrplot lambda --lr-lambda '0.95 ** epoch' --epochs 50
      lrplot lambda --lr-lambda 'min((epoch + 1) / 5, 1)' --epochs 50

    Grammar
    \(Manual.table([
      ("numbers", "1, 0.5, 1e-3, 1_000, pi, e, True (1), False (0). All numbers are doubles."),
      ("variable", "epoch; step and x are other names for it."),
      ("arithmetic", "+ - * / // % **. Division is true division; // and % round toward minus infinity."),
      ("comparison", "< <= > >= == !=, also chained: 5 <= epoch < 10."),
      ("logic", "and, or, not; “and” and “or” give back one of their operands."),
      ("condition", "A if CONDITION else B."),
      ("functions", FunctionNames.all.joined(separator: ", ") + "."),
    ]))

    A leading “lambda NAME:” and the prefixes “math.” and “np.” are accepted. An array of expressions gives one to each \
    param group. What raises an exception in Python (a division by zero, the square root of a negative number) is an \
    error that names the epoch; so is a result that is not finite. An expression has at most 4,096 bytes and 100 levels.

    """
  }

  private static let reports = Topic(name: "reports", summary: "Reports for machines: JSON, JUnit, and GitHub.") {
    """
    `--format json` (or `--report json`) writes one JSON object, whatever the number of files. Its key "schema" names the \
    report and its version: a new version means that a key was removed or changed its meaning; new keys may come at any \
    time. Places are "path", "line", and "column", from 1; error codes are "code". `lrplot help COMMAND` lists the keys.

    \(Manual.table([
      ("explain", "\"files\": phases, peak, end, mean, and area of each schedule."),
      ("at", "\"rows\": the values at the given steps."),
      ("fit", "\"objective\": the annealing law’s constants; \"residual\", \"hold_out\"."),
      ("lint", "\"findings\" and \"errors\"."),
      ("check", "\"files\", each with its verdict; \"counts\"; \"next\", the commands to run."),
      ("kinds", "\"kinds\" with their parameters."),
      ("gallery", "\"recipes\" with their schedule files."),
    ]))

    check and lint also write `--report junit`, and `--report github` for annotations, which is the default where \
    GITHUB_ACTIONS is true.

    """
  }

  private static let differing = """
    check: a golden file differs or is missing. lint: there are findings. render --check: a result is missing or stale.
    """

  private static let exit = Topic(name: "exit", summary: "Exit status.") {
    """
    \(Manual.table([
      ("0", "Success."),
      ("1", differing),
      ("2", "A usage error, an invalid schedule file, or a failed read or write. Nothing is written for that file."),
    ]))

    Of several files the highest status counts. The status does not depend on whether the output is read to its end: \
    `lrplot check schedules/ | head` has the status of `lrplot check schedules/`.

    """
  }
}

extension Value {
  fileprivate var members: [(key: String, value: Value)] {
    guard case .object(let members) = content else { return [] }
    return members.map { ($0.key, $0.value) }
  }

  fileprivate func member(_ key: String) -> Value? { members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value }

  fileprivate var text: String? { if case .string(let text) = content { text } else { nil } }
}
