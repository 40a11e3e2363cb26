package import Diagnostics
import Text

/// The rates that a trainer logged.
package struct Log: Sendable {
  /// What the numbers of its readings count.
  package enum Unit: Sendable, Equatable {
    /// Updates.
    case step
    /// Epochs: a reading has the rate of the first update.
    case epoch
    /// Epochs: a reading has the rate of the last update; the first epoch has this number.
    case endOfEpoch(first: Int)
    /// Updates of an epoch, as many as the plan says it has; `starts` has the epochs.
    case stepOfEpoch
  }

  package struct Column: Sendable {
    /// As the log calls it.
    package let name: String
    /// One value a reading; NaN where it has none.
    package let values: [Double]
    package let precision: LogPrecision
  }

  package let form: LogForm
  package let unit: Unit
  /// The step of every reading as logged, in the order of the log.
  package let steps: [Int]
  /// The epoch of every reading, where `unit` or a plan that counts epochs needs it; else empty.
  package let epochs: [Int]
  package let columns: [Column]
  /// Where every reading stands in the source.
  package let places: [Int]
  /// Rows that hold no rate: evaluations, and what is logged at the end.
  package let withoutRate: Int
  /// Rates that are no numbers: `null`, `NA`, `nan`.
  package let unreadable: Int
  /// Where the last line is torn, if it is.
  package let tornAt: Int?
  /// Whether the last reading ends where the file does, without a line end: it may be cut.
  package let lastMayBeCut: Bool
  /// How many updates the run was to have, if the log says so.
  package let total: Int?
  /// Updates that the log says were skipped.
  package let skippedUpdates: Int

  /// What the command line says of a log.
  package struct Options: Sendable {
    package var form: LogForm?
    /// The column that is wanted.
    package var column: String?
    /// Updates between readings, of logs without steps.
    package var every: Int?

    package init() {}
  }

  /// Reads a log; throws `error[import]` for anything else.
  package static func read(_ source: Source, _ options: Options = Options()) throws(Diagnostic) -> Log {
    let bytes = source.bytes
    guard !bytes.allSatisfy({ $0 <= 0x20 }) else { throw Diagnostic(.import, "the log is empty") }
    let form: LogForm
    if let wanted = options.form { form = wanted } else { form = try LogDetection.form(of: bytes, options) }
    if options.every != nil, form != .transformers {
      throw Diagnostic(
        .usage, "--log-every says nothing of a log of the form \(form.rawValue), which tells its steps itself",
        hint: "leave it out")
    }
    var builder = LogBuilder(form, options, end: bytes.count)
    try builder.read(bytes)
    return try builder.log()
  }
}

extension LogBuilder {
  mutating func read(_ bytes: Bytes) throws(Diagnostic) {
    let isTable = LogTable.looksLikeTable(bytes)
    let isJSON = LogText(bytes).firstByte == UInt8(ascii: "{")
    switch form {
    case .trainerState: try readTrainerState(bytes)
    case .trainerLog: readJSONLines(bytes, .trainerLog)
    case .transformers: try readTransformersConsole(bytes)
    case .mmengine: isJSON ? readJSONLines(bytes, .mmengine) : readMMEngineText(bytes)
    case .mmcv: isJSON ? readJSONLines(bytes, .mmcv) : readMMCVText(bytes)
    case .detectron2: isJSON ? readJSONLines(bytes, .detectron2) : readDetectron2Text(bytes)
    case .timm where !isTable: readTimmText(bytes)
    case .megatron: readMegatron(bytes)
    case .deepspeed: readDeepSpeed(bytes)
    case .fairseq: readFairseq(bytes)
    case .nemo: readNeMo(bytes)
    case .caffe: readCaffe(bytes)
    case .darknet: readDarknet(bytes)
    case .tensorboard where LogText(bytes).firstByte == UInt8(ascii: "["): readScalars(bytes)
    case .lightning, .tensorboard, .wandb, .ultralytics, .keras, .timm, .csv: try readTable(bytes)
    }
  }
}
