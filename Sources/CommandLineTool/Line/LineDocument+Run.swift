import Diagnostics
import JSON
import Schedules

/// How long the run is that a command line describes, and how many steps an epoch has.
extension LineDocument {
  /// The flags that a data loader is described by, and what a file calls them.
  private static let loader = [
    (Flag.Name.datasetSize, "dataset_size"), (.batchSize, "batch_size"), (.worldSize, "world_size"),
    (.accumulate, "accumulate"), (.dropLast, "drop_last"),
  ]

  /// The members of the document that are about the run, which lasts as long as its chain if that has a length.
  func run(lasting length: ChainLength?) throws(Diagnostic) -> [Member] {
    var members: [Member] = []
    let epochs = argument(.epochs)
    if let epochs { members.append(member("epochs", try epochs.integer(for: "--epochs"))) }
    if let steps = updates {
      members.append(member("steps", try steps.integer(for: "--steps")))
    } else if epochs == nil, let length {
      let perEpoch = length.interval == .step ? Double(try stepsPerEpoch) : 1
      members.append(member("epochs", count((length.steps / perEpoch).rounded(.up), at: length.place)))
    }
    if let epoch = try epoch() { members.append(member("steps_per_epoch", epoch)) }
    if let batch = try batch() { members.append(member("batch", batch)) }
    if let every = argument(.every) {
      let every = member("every", try every.integer(for: "--every"))
      members.append(member("rows", Value(.object([every]), at: every.value.range)))
    }
    return members
  }

  /// The run's length in updates; a kind's own parameter of that name says something else.
  var updates: CommandLine.Argument? { line.given.last { $0.name == "steps" && !isParameter($0) }?.value }

  /// Steps of an epoch; 1 where what is given does not make sense, which is reported when the document is read.
  var stepsPerEpoch: Int {
    get throws(Diagnostic) {
      guard let value = try epoch(), let length = try? EpochLength.read(value) else { return 1 }
      return length.steps
    }
  }

  /// The value of `steps_per_epoch`: a number, or a data loader.
  private func epoch() throws(Diagnostic) -> Value? {
    var loader = LineDocument.loader.compactMap { flag, key in line.last(flag).map { (key: key, given: $0) } }
    if try ownScale() != nil { loader.removeAll { $0.key == "world_size" } }
    let steps = argument(.stepsPerEpoch)
    guard let first = loader.first?.given else { return try steps?.integer(for: "--steps-per-epoch") }
    if let steps {
      throw Diagnostic(
        .usage, "“\(first.typed.text)” and “--steps-per-epoch” both give the steps per epoch", at: steps.range,
        hint: "leave one of them out")
    }
    let needed = line.has(.globalBatchSize) ? [Flag.Name.datasetSize] : [.datasetSize, .batchSize]
    if let missing = needed.first(where: { !line.has($0) }) {
      throw Diagnostic(
        .usage, "“\(first.typed.text)” needs “--\(missing.rawValue)”", at: first.typed.range,
        hint: "both are needed to compute the steps per epoch: --dataset-size 50000 --batch-size 128")
    }
    var members: [Member] = []
    for (key, given) in loader {
      let isSwitch = key == "drop_last"
      let value = isSwitch ? self.value(ofSwitch: given) : try given.value?.integer(for: given.typed.text)
      if let value { members.append(Member(key: key, at: given.typed.range, value: value)) }
    }
    return Value(.object(members), at: first.typed.range)
  }

  /// What one update sees: a number of samples, and of tokens in each.
  private func batch() throws(Diagnostic) -> Value? {
    let samples = try argument(.globalBatchSize)?.integer(for: "--global-batch-size")
    guard let tokens = line.last(.tokensPerSample), let count = tokens.value else { return samples }
    guard let samples else {
      throw Diagnostic(
        .usage, "“\(tokens.typed.text)” needs “--global-batch-size”", at: tokens.typed.range,
        hint: "for example, --global-batch-size 512 --tokens-per-sample 2048")
    }
    let members = [member("samples", samples), member("tokens_per_sample", try count.integer(for: tokens.typed.text))]
    return Value(.object(members), at: samples.range)
  }

  /// Whether a switch is on: `--drop-last`, `--drop-last=false`, `--no-drop-last`.
  func value(ofSwitch given: ParsedLine.GivenFlag) -> Value {
    given.value?.boolean ?? Value(.bool(!given.isNegated), at: given.typed.range)
  }
}
