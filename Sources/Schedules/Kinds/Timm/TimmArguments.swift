import JSON

/// The arguments that timm's schedulers share: warm-up, noise, and what is counted.
struct TimmArguments: Sendable {
  var warmUp: TimmWarmUp
  var noise: TimmNoise
  var countsEpochs: Bool
  /// Whether the present rate becomes the base rate where a group has none.
  var initializes: Bool

  /// Which of them a scheduler has, for they are not all the same.
  struct Selection: Sendable {
    /// The default of `warmup_prefix`; `nil` where there is no such argument.
    var prefix: Bool?
    var hasClock = true
    var hasNoiseType = false
    /// What `warmup_t` and `warmup_lr_init` may be, where timm asserts it.
    var warmUpBounds: Bounds?
  }

  init() {
    warmUp = TimmWarmUp(length: 0, start: 0, isPrefix: true)
    noise = TimmNoise(range: nil, type: "normal", limit: 0.67, deviation: 1, seed: nil)
    countsEpochs = true
    initializes = true
  }

  static func parameters(_ choice: Selection) -> [ParameterDescription] {
    var parameters = [length(choice).description, start(choice).description]
    if let prefix = choice.prefix { parameters.append(isPrefix(prefix).description) }
    if choice.hasClock { parameters.append(clock.description) }
    parameters.append(range.description)
    if choice.hasNoiseType { parameters.append(type.description) }
    return parameters + [limit.description, deviation.description, seed.description, initialize.description]
  }

  /// Reads them; `nil` after what is wrong has been reported.
  static func read(_ choice: Selection, from fields: Fields, _ reading: inout Reading) -> TimmArguments? {
    let warmUp = (length(choice).read(from: fields, &reading), start(choice).read(from: fields, &reading))
    let prefix = choice.prefix.map { isPrefix($0).read(from: fields, &reading) } ?? true
    let clock = choice.hasClock ? clock.read(from: fields, &reading) : true
    let type = choice.hasNoiseType ? type.read(from: fields, &reading) : "normal"
    let noise = (
      range.read(from: fields, &reading), limit.read(from: fields, &reading), deviation.read(from: fields, &reading),
      seed.read(from: fields, &reading)
    )
    let initialize = initialize.read(from: fields, &reading)
    guard case (let length?, let start?) = warmUp, let prefix, let clock, let type, let initialize,
      case (let range?, let limit?, let deviation?, let seed?) = noise
    else { return nil }
    var arguments = TimmArguments()
    arguments.warmUp = TimmWarmUp(
      length: length.value, isWhole: length.isInteger, start: start, isPrefix: prefix)
    arguments.noise = TimmNoise(range: range, type: type, limit: limit, deviation: deviation, seed: seed)
    arguments.countsEpochs = clock
    arguments.initializes = initialize
    return arguments
  }

  private static func length(_ choice: Selection) -> Parameter<PythonNumber> {
    Parameter(
      "warmup_t", role: .warmup, default: PythonNumber(value: 0, isInteger: true), in: choice.warmUpBounds,
      "Steps of warm-up.")
  }
  private static func start(_ choice: Selection) -> Parameter<Double> {
    Parameter(
      "warmup_lr_init", role: .start, default: 0, in: choice.warmUpBounds, "The rate that the warm-up starts at.")
  }
  private static let clock = Parameter(
    "t_in_epochs", default: true, "Whether every number of steps counts epochs; if not, it counts updates.")
  private static let range = Parameter<TimmNoise.Range?>(
    "noise_range_t", default: nil, "Where there is noise: from a step on, or [from, to] with the last left out.")
  private static let type = Parameter("noise_type", default: "normal", "normal; any other word means uniform.")
  private static let limit = Parameter("noise_pct", default: 0.67, "The most noise, as a fraction of the rate.")
  private static let deviation = Parameter("noise_std", default: 1.0, "The standard deviation of normal noise.")
  private static let seed = Parameter<TimmNoise.Seed?>(
    "noise_seed", default: .integer(42), "The seed of the noise, to which the step is added; null is 42.")
  private static let initialize = Parameter(
    "initialize", default: true, "Whether a group without initial_lr takes its rate for it.")

  private static func isPrefix(_ standard: Bool) -> Parameter<Bool> {
    Parameter(
      "warmup_prefix", default: standard, "Whether the schedule starts after the warm-up, or runs underneath it.")
  }
}
