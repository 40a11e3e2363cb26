import Diagnostics
import JSON
import Text

/// Reads the `resume` of a schedule file: one interruption, or several in turn.
struct ResumeReader {
  static let keys = ["at", "restore", "with", "after", "planned"]

  let readingFiles: Metric.FileReader
  /// The document that the next interruption changes.
  private var document: Value
  /// The run that it interrupts.
  private var spec: Spec

  init(document: Value, spec: Spec, readingFiles file: @escaping Metric.FileReader) {
    self.document = document
    self.spec = spec
    readingFiles = file
  }

  /// The document without its `resume`, which is read apart.
  static func split(_ document: Value) -> (document: Value, resume: Member?) {
    guard case .object(var members) = document.content,
      let place = members.firstIndex(where: { $0.key.isFolded(equalTo: "resume") })
    else { return (document, nil) }
    let resume = members.remove(at: place)
    return (Value(.object(members), at: document.range), resume)
  }

  /// Reads all of them; `nil` after everything wrong has been reported.
  mutating func read(_ value: Value, _ reading: inout Reading) -> [Resume]? {
    let elements: [Value] = if case .array(let elements) = value.content { elements } else { [value] }
    var resumes: [Resume] = []
    for element in elements {
      guard let resume = one(element, after: resumes.last?.at ?? -1, &reading) else { return nil }
      resumes.append(resume)
      (document, spec) = (resume.document, resume.spec)
    }
    if resumes.isEmpty {
      reading.report(
        Diagnostic(.spec, "“resume” is an object, or an array of at least one", at: value.range, hint: "{\"at\": 45}"))
      return nil
    }
    return resumes
  }

  private func one(_ value: Value, after earlier: Int, _ reading: inout Reading) -> Resume? {
    guard let members = reading.members(of: value, "“resume”", hint: "{\"at\": 45}, for example") else { return nil }
    var fields = Fields(members, of: "“resume”", namedAt: value.range.part(0, 1))
    fields.check(
      against: Self.keys, as: .spec, noun: "key",
      hint: { ["scheduler", "optimizer", "epochs", "steps"].contains($0) ? "changes belong in “with”" : nil }, &reading)
    guard let member = fields["at"] else {
      if !fields.isMisspelled("at") {
        reading.report(
          Diagnostic(
            .spec, "“resume” has no “at”", at: fields.nameRange, hint: "\"at\": 45, the epochs or updates that are done"
          ))
      }
      return nil
    }
    let at = updates(member.value, &reading)
    guard let (resumedDocument, resumedSpec) = resumedRun(fields, &reading), let at else { return nil }
    guard at > earlier else {
      reading.report(
        Diagnostic(.value, "a run is resumed later than it was before", at: member.value.range))
      return nil
    }
    let hasLength = SpecReader.hasLength(document)
    if at > spec.steps, hasLength {
      reading.report(
        Diagnostic(.value, "“at” is after the end of the run, which has \(spec.steps) steps", at: member.value.range))
      return nil
    }
    if at >= resumedSpec.steps {
      reading.report(
        Diagnostic(
          .value, "nothing is left of the run where it is resumed: it has \(resumedSpec.steps) steps",
          at: member.value.range, hint: "\"with\": {\"epochs\": …} gives it a later end"))
      return nil
    }
    let way = restoration(fields, of: resumedSpec, &reading)
    let planned = Parameter("planned", default: true, "Whether tables show the new schedule from its own start.")
    guard let adjustments = adjustments(fields, &reading), let showsPlan = planned.read(from: fields, &reading), var way
    else { return nil }
    way.adjustments = adjustments
    return Resume(
      at: at, resumed: way, spec: resumedSpec, document: resumedDocument, interrupted: document,
      adjusted: adjustments.isEmpty ? nil : adjusted(resumedDocument, by: adjustments), showsPlan: showsPlan,
      range: value.range, silenced: fields.silenced)
  }

  // MARK: Where

  /// The updates that are done: a bare number counts epochs where every scheduler is stepped once an epoch.
  private func updates(_ value: Value, _ reading: inout Reading) -> Int? {
    var (text, unit): (String?, Interval) = (nil, usualUnit)
    if case .string(let written) = value.content {
      let digits = written.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "_") }
      let word = String(written.dropFirst(digits.count))
      text = String(digits)?.filter { $0 != "_" }
      switch word {
      case "ep", "epoch", "epochs": unit = .epoch
      case "step", "steps", "update", "updates": unit = .step
      case "": break
      default: text = nil
      }
    }
    let number: Int?
    if case .number(let written) = value.content {
      number = Int(exactly: written.value)
    } else {
      number = text.flatMap(Int.init)
    }
    guard let number, number >= 0, number <= 1_000_000_000_000 else {
      reading.report(
        Diagnostic(
          .value, "“at” is a number of epochs or updates that are done", at: value.range,
          hint: "45, \"45ep\" or \"1200step\", for example"))
      return nil
    }
    let (updates, overflow) = number.multipliedReportingOverflow(by: unit == .epoch ? spec.stepsPerEpoch : 1)
    return overflow ? .max : updates
  }

  private var usualUnit: Interval {
    let nodes = spec.plans.flatMap(\.allNodes)
    let isByEpoch = spec.timeline.hasEpochs && nodes.allSatisfy { $0.interval == .epoch }
    return isByEpoch ? .epoch : .step
  }

  // MARK: With what

  /// The document and the run of the new program.
  private func resumedRun(_ fields: Fields, _ reading: inout Reading) -> (Value, Spec)? {
    var changed = document
    if let patch = fields["with"] {
      guard
        let members = reading.members(
          of: patch.value, "“with”", hint: "what differs from the file: {\"scheduler\": {\"T_max\": 200}}, for example")
      else { return nil }
      if let inner = members.first(where: { $0.key.isFolded(equalTo: "resume") }) {
        reading.report(
          Diagnostic(
            .spec, "a resumed run is not resumed inside of “with”", at: inner.keyRange,
            hint: "make “resume” an array: each is of what came of the one before"))
        return nil
      }
      changed = MergePatch.apply(patch.value, to: document)
    }
    guard let read = Spec.plain(changed, readingFiles: readingFiles, &reading) else { return nil }
    guard read.plans.count == spec.plans.count else {
      reading.report(
        Diagnostic(.value, "the resumed run has other curves", at: fields["with"]?.value.range ?? fields.nameRange))
      return nil
    }
    return (changed, read)
  }

  // MARK: How

  private func restoration(_ fields: Fields, of spec: Spec, _ reading: inout Reading) -> Resumed? {
    guard let member = fields["restore"] else { return Resumed(spec.ways.first ?? .stateDict) }
    reading.parameter = "restore"
    guard case .object(let members) = member.value.content else {
      return Restoration.read(member.value, &reading).map { Resumed($0) }
    }
    var inner = Fields(members, of: "“restore”", namedAt: member.value.range.part(0, 1))
    inner.check(against: [Restoration.lastEpoch.rawValue], as: .spec, noun: "key", &reading)
    let lastEpoch = Parameter<Int>(
      "last_epoch", in: .between(0, 1_000_000_000), "The last finished epoch to resume after.")
    return lastEpoch.read(from: inner, &reading).map { Resumed(.lastEpoch, lastEpoch: $0) }
  }

  /// What is set by hand; `nil` after everything wrong has been reported.
  private func adjustments(_ fields: Fields, _ reading: inout Reading) -> [Override]? {
    guard let member = fields["after"] else { return [] }
    guard let members = reading.members(of: member.value, "“after”", hint: "{\"scheduler.T_max\": 200}, for example")
    else { return nil }
    return members.map { member in
      Override(member.key.parts(between: ".").map { Override.Step($0, at: member.keyRange) }, to: member.value)
    }
  }

  /// The run whose file says what is set by hand; `nil` where no file can.
  private func adjusted(_ document: Value, by adjustments: [Override]) -> Spec? {
    var changed = document
    for adjustment in adjustments {
      guard let next = try? adjustment.apply(to: changed) else { return nil }
      changed = next
    }
    var reading = Reading()
    reading.file = readingFiles
    let spec = Spec.plain(changed, readingFiles: readingFiles, &reading)
    return reading.problems.isEmpty ? spec : nil
  }
}

extension Spec {
  /// The ways in which its run may be resumed, the usual one first: those of its first scheduler's library.
  package var ways: [Restoration] {
    let node = plans.first?.allNodes.first?.node
    return node.flatMap { Catalogue.kind(named: $0.name) }?.family.resumption.ways ?? Restoration.ofTorch
  }
}
