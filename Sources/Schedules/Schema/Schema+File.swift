package import JSON

extension Schema {
  /// The file itself: one scheduler, or several curves.
  package static var file: Value {
    let properties = SpecReader.keys.map { key in (key: key, value: fileKey(key)) }
    return closed(
      properties,
      [
        // What has an objective may do without a scheduler, and then runs at a constant rate.
        (
          "oneOf",
          [
            [
              "anyOf": [["required": ["scheduler"]], ["required": ["objective"]]],
              "not": ["required": ["curves"]],
            ],
            ["required": ["curves"], "not": ["required": ["scheduler"]]],
          ]
        ), ("allOf", [metricIfWatched, ["not": ["required": ["epochs", "steps"]]]]),
      ])
  }

  private static func fileKey(_ key: String) -> Value {
    switch key {
    case "title": described(["type": "string"], "The title of the picture.")
    case "description": described(["type": "string"], "A description of the schedule.")
    case "source": described(["type": "string"], "Where its numbers come from: a paper or a repository.")
    case "epochs":
      described(
        schema(of: .integer, EpochLength.bounds), "Epochs of the run; the schedule’s own length unless given, else 100."
      )
    case "steps":
      described(schema(of: .integer, EpochLength.bounds), "In place of epochs: optimizer updates of the run.")
    case "batch":
      described(
        BatchReader.schema, "Samples that an update sees: a number, or sizes that change in the course of a run.")
    case "rows":
      described(
        closed([("every", schema(of: .integer, EpochLength.bounds))], required: ["every"]),
        "Which steps tables hold: every Nth and the last; pictures and reports know all of them.")
    case "steps_per_epoch": described(stepsPerEpoch, "Steps per epoch, or the data set they follow from. Default: 1.")
    case "optimizer": described(reference("optimizer"), "The optimizer. Default: SGD with lr 0.1 and momentum 0.9.")
    case "scheduler":
      described(oneOrMore(reference("topScheduler")), "A scheduler, or several that are stepped in turn.")
    case "curves":
      described(["type": "array", "minItems": 1, "items": reference("curve")], "Several schedules in one picture.")
    case "metric":
      described(
        reference("metric"), "What metric-watching schedulers see at the end of each epoch, or of each of their turns.")
    case "quantities":
      described(
        quantities, "Other hyper-parameters that schedulers drive, each by its name.")
    case "objective":
      described(reference("objective"), "What the updates do to a loss: a function to minimise, or a law.")
    case "resume":
      described(oneOrMore(resume), "Where the run is interrupted, what is restored, and what it goes on with.")
    case "plot": described(reference("plot"), "How the picture looks.")
    default: true
    }
  }

  static func oneOrMore(_ schema: Value) -> Value {
    ["anyOf": [schema, ["type": "array", "minItems": 1, "items": schema]]]
  }

  private static var stepsPerEpoch: Value {
    let loader = DataLoader.parameters
    return [
      "anyOf": [
        schema(of: .integer, EpochLength.bounds),
        // Beside a batch the size of the data set suffices.
        closed(loader.map { ($0.name, parameter($0)) }, required: ["dataset_size"]),
      ]
    ]
  }

  private static var resume: Value {
    closed(
      [
        (
          "at",
          [
            "anyOf": [
              ["type": "integer", "minimum": 0],
              ["type": "string", "pattern": "^[0-9_]+(ep|epochs?|steps?|updates?)?$"],
            ]
          ]
        ),
        (
          "restore",
          [
            "anyOf": [
              schema(of: Restoration.valueType, nil),
              closed([("last_epoch", ["type": "integer", "minimum": 0])], required: ["last_epoch"]),
            ]
          ]
        ),
        ("with", ["type": "object", "not": ["required": ["resume"]]]), ("after", ["type": "object"]),
        ("planned", ["type": "boolean"]),
      ], required: ["at"])
  }

  private static var quantities: Value {
    let quantity = closed(
      [("initial", ["type": "number"]), ("scheduler", oneOrMore(reference("topScheduler")))], required: ["scheduler"])
    return ["type": "object", "additionalProperties": quantity]
  }

  static var curve: Value {
    closed(
      [
        ("name", ["type": "string"]), ("optimizer", reference("optimizer")),
        ("scheduler", oneOrMore(reference("topScheduler"))), ("objective", reference("objective")),
        ("metric", reference("metric")), ("quantities", quantities),
      ], required: ["name"])
  }

  static var metric: Value {
    [
      "anyOf": [
        ["type": "number"],
        ["const": "loss"],
        closed([("values", ["type": "array", "items": ["type": "number"], "minItems": 1])], required: ["values"]),
        closed([("csv", ["type": "string"]), ("column", ["type": "string"])], required: ["csv", "column"]),
        closed([("expression", reference("function"))], required: ["expression"]),
      ]
    ]
  }
}
