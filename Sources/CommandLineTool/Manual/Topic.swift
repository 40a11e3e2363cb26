import JSON
import Schedules
import Text

/// A page of help that is about no single command or kind.
struct Topic: Sendable {
  let name: String
  let summary: String
  let text: @Sendable () -> String

  static let all = [file, expressions, objectives, reports, exit]

  static func named(_ word: String) -> Topic? {
    all.first { $0.name.utf8.elementsEqual(word.lowercased().utf8) }
  }

  /// The page that is about what people call otherwise.
  static func meant(by word: String) -> Topic? {
    switch word.folded {
    case "json", "spec", "format", "files", "schedule", "schedules", "schedulefile", "config", "configuration", "yaml",
      "keys", "metric", "optimizer", "paramgroups", "groups", "plot":
      file
    case "expression", "functions", "function", "python": expressions
    case "report", "jsonreports", "output", "machine": reports
    case "exitcode", "exitcodes", "exitstatus", "status", "codes", "returncode": exit
    case "loss": objectives
    default: Nearest.match(for: word, among: all.map(\.name)).flatMap(named)
    }
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

    Keys of a scheduler, beside "type" and the parameters of its kind
    \(Manual.table([
      ("interval", "\"epoch\", \"step\", {\"steps\": 500}, or {\"epochs\": 2}: when it is stepped; at the top only."),
      ("times", "How many times it is stepped at each turn. Default: 1."),
    ]))
    A length may be a percentage of what the scheduler is stepped: "warmup_iters": "6%".

    Keys of "optimizer", beside its own hyper-parameters
    \(Manual.table([
      ("type", "SGD, Adam, AdamW …. Default: SGD."),
      ("lr", "The base rate. Default: the framework’s own."),
      ("scale_lr", "Whether the rates are multiplied by world_size."),
      ("param_groups", "An array of objects: name, lr, and what else the group has of its own."),
    ]))

    Keys of a param group, beside the hyper-parameters
    \(Manual.table([
      ("type, scheduler", "Make it an optimizer of its own beside the others."),
      ("layers", "{\"count\": 12, \"lr_decay\": 0.75}: NAME.0 to NAME.11, each with 0.75 of the next; or lr_scale_decay."),
      ("lr_scale", "The factor that timm’s schedulers apply."),
      ("coordinates", "Which coordinates of the objective it has: [0, 2]."),
      ("initial_lr", "The base rate of a run that is resumed with last_epoch."),
    ]))

    Other objects
    \(Manual.table([
      ("steps_per_epoch", "A number, or dataset_size, batch_size, world_size, accumulate, drop_last."),
      ("batch", "A number; or samples, tokens_per_sample, ramp {start, increment, samples}, by."),
      ("rows", "{\"every\": 1000}: tables hold rows 0, 1000, 2000 …, and the last."),
      ("metric", "A number, \"loss\", or one of values, csv with column, and expression."),
      ("quantities", "NAME: {\"initial\": 0.04, \"scheduler\": {…}}, a column and a panel each; what the update uses."),
      ("curves", "Objects with a name, and an optimizer, scheduler, objective, metric, and quantities of their own."),
    ]))
    `lrplot help objectives` tells what an "objective" is.

    Keys of "plot"
    \(keys(of: Schema.plot))

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
      properties.filter { !everywhere.contains($0.key) }.map {
        ($0.key, $0.value.member("description")?.string ?? help($0.key))
      }
    )
  }

  /// What the option of a key's name does.
  private static func help(_ key: String) -> String {
    Flag.all.first { $0.scope == .picture && $0.name.isFolded(equalTo: key) }?.help ?? ""
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
    `--format json` (`--report` is the same option) writes one JSON object, whatever the number of files. Its key "schema" names the \
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
      ("identify", "\"found\": the kind, how exact it is, the command, and the schedule file."),
    ]))

    check and lint also write `--format junit`, and `--format github` for annotations, which is the default where \
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
  fileprivate func member(_ key: String) -> Value? { members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value }
}
