import Diagnostics
package import Text

/// Whose log it is, by what is in it.
enum LogDetection {
  /// Lines that are looked at.
  private static let mostLines = 1_000_000

  static func form(of bytes: Bytes, _ options: Log.Options) throws(Diagnostic) -> LogForm {
    let all = forms(of: bytes, options)
    if all.count == 1 { return all[0] }
    let place = SourceRange(0, min(1, bytes.count))
    if all.isEmpty, bytes.prefix(64).contains(0) {
      throw Diagnostic(
        .import, "the file is not UTF-8 text, as logs are", at: place,
        hint: "where it is in UTF-16, `iconv -f UTF-16 -t UTF-8 LOG > utf8.log` converts it")
    }
    if all.isEmpty {
      throw Diagnostic(
        .import, "unknown form of log: no learning rate was found in it", at: place,
        hint: "--log-form says whose it is: \(LogForm.allCases.map(\.rawValue).joined(by: ", "))")
    }
    let names = all.map(\.rawValue).joined(by: " or ")
    throw Diagnostic(.import, "this may be a log of the form \(names)", at: place, hint: "--log-form says which")
  }

  /// Whether a text is some log, without reading all of it.
  static func isLog(_ bytes: Bytes) -> Bool { forms(of: bytes, Log.Options()).count == 1 }

  private static func forms(of bytes: Bytes, _ options: Log.Options) -> [LogForm] {
    let text = LogText(bytes)
    if let first = text.firstByte, "{[".utf8.contains(first) {
      let found = json(text)
      if !found.isEmpty { return found }
    }
    let table = table(bytes, options)
    return table.isEmpty ? lines(text) : table
  }

  private static func table(_ bytes: Bytes, _ options: Log.Options) -> [LogForm] {
    // A header is not megabytes long.
    let start = bytes.prefix(1 << 20)
    guard start.contains(where: { ",;\t".utf8.contains($0) }) else { return [] }
    let headings = LogTable(Bytes(start)).headings
    let found = TableRoles.forms(of: headings)
    guard found.isEmpty, let column = options.column, headings.contains(where: { $0.isFolded(equalTo: column) }) else {
      return found
    }
    return TableRoles(.csv, headings, wanted: column) == nil ? [] : [.csv]
  }

  private static func json(_ text: LogText) -> [LogForm] {
    let start = text.skippingSpace(text.index, to: text.end)
    if text.bytes[start] == UInt8(ascii: "[") {
      // TensorBoard's rows are lists themselves.
      let inner = text.skippingSpace(start + 1, to: text.end)
      if inner < text.end, text.bytes[inner] == UInt8(ascii: "["), text.scalar(at: inner) != nil {
        return [.tensorboard]
      }
      return text.find("\"learning_rate\"", in: start..<text.end) == nil ? [] : [.trainerState]
    }
    var whole = JSONMembers(of: text, at: start, to: text.end)
    while let key = whole.nextKey(in: text) {
      if text.isAt(key, "log_history") { return [.trainerState] }
      guard whole.skip(in: text) else { break }
    }
    var lines = text
    var seen = Keys()
    var count = 0
    while count < 1000, let line = lines.nextLine() {
      let place = text.skippingBlanks(line.lowerBound, to: line.upperBound)
      guard place < line.upperBound, text.bytes[place] == UInt8(ascii: "{") else { continue }
      count += 1
      var members = JSONMembers(of: text, at: place, to: line.upperBound)
      while let member = members.next(in: text) { seen.add(member.key, text) }
      if let form = seen.form { return [form] }
    }
    return []
  }

  /// The keys that tell logs of JSON lines apart.
  private struct Keys {
    var (currentSteps, iteration, mode, iter, step, rate, longRate) = (false, false, false, false, false, false, false)

    mutating func add(_ key: Range<Int>, _ text: LogText) {
      if text.isAt(key, "current_steps") { currentSteps = true }
      if text.isAt(key, "iteration") { iteration = true }
      if text.isAt(key, "mode") { mode = true }
      if text.isAt(key, "iter") { iter = true }
      if text.isAt(key, "step") { step = true }
      if text.isAt(key, "lr") || key.count > 3 && text.isAt(key.upperBound - 3..<key.upperBound, ".lr") { rate = true }
      if text.isAt(key, "learning_rate") { longRate = true }
    }

    var form: LogForm? {
      guard rate || longRate else { return nil }
      if currentSteps { return .trainerLog }
      if iteration { return .detectron2 }
      if mode, iter { return .mmcv }
      if step { return longRate ? .trainerState : .mmengine }
      return nil
    }
  }

  /// Whether a line is a dictionary of measurements, and not part of a configuration, which has a rate, too.
  private static func isReading(_ line: Range<Int>, in text: LogText) -> Bool {
    func has(_ word: StaticString) -> Bool { text.find(word, in: line) != nil }
    guard has("{"), has("}") else { return false }
    return has("epoch'") || has("epoch\":") || (has("loss'") || has("loss\":")) && !has("class_name")
  }

  /// The first line that only one program prints.
  private static func lines(_ text: LogText) -> [LogForm] {
    var lines = text
    for _ in 0..<mostLines {
      guard let line = lines.nextLine() else { break }
      func has(_ word: StaticString) -> Bool { text.find(word, in: line) != nil }
      // Most lines of most logs end here.
      guard has("lr") || has("learning") || has("LR:") || has(" rate,") else { continue }
      if has("step="), has(", lr=["), has("skipped=") { return [.deepspeed] }
      if has("learning rate:"), has("iteration") { return [.megatron] }
      if has("learning_rate'") || has("learning_rate\":"), isReading(line, in: text) { return [.transformers] }
      if has("num_updates") || has("| epoch 0") && has(" lr=") { return [.fairseq] }
      if has("global_step:"), has("lr:") { return [.nemo] }
      if has("Epoch(train)") || has("Iter(train)") { return [.mmengine] }
      if has("Epoch [") || has("Iter ["), has("lr: ") { return [.mmcv] }
      if has("iter:"), has(" lr:") { return [.detectron2] }
      if has("Train:"), has("LR:") { return [.timm] }
      if has("Iteration "), has("lr = ") { return [.caffe] }
      if has(" rate,"), has(" avg") { return [.darknet] }
      if has("Training epoch"), has("lr:") { return [.nemo] }
    }
    return []
  }
}

extension LogTable {
  /// Whether a text begins with headings as logs have them.
  static func looksLikeTable(_ bytes: Bytes) -> Bool {
    let start = Bytes(bytes.prefix(1 << 20))
    guard start.contains(where: { ",;\t".utf8.contains($0) }) else { return false }
    return !TableRoles.forms(of: LogTable(start).headings).isEmpty
  }
}

extension Log {
  /// Whether a text is unmistakably a log.
  package static func isLog(_ bytes: Bytes) -> Bool { LogDetection.isLog(bytes) }
}
