import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// What goes wrong where a run is resumed: a rate that jumps, a value that is ignored, a warm-up that is repeated.
struct ResumeRules {
  private let spec: Spec
  private let curve: Curve
  private let document: LintedDocument
  private let index: Int
  private let point: ResumePointDescription
  private var resume: Resume { spec.resumes[index] }

  /// Everything found at the interruptions of a run.
  static func findings(in curve: Curve, of spec: Spec, _ document: LintedDocument) -> [Finding] {
    let resumePoints = ResumePointDescription.of(curve)
    return spec.resumes.indices.flatMap { index -> [Finding] in
      guard index < resumePoints.count else { return [] }
      return ResumeRules(spec: spec, curve: curve, document: document, index: index, point: resumePoints[index])
        .findings
    }
  }

  private var findings: [Finding] {
    [shape, order].compactMap { $0 } + ignored + [rewarm, zero, end, jump].compactMap { $0 }
  }

  // MARK: Places

  /// The path of the interruption in the document.
  private var path: [String] {
    if case .array? = document.member(["resume"])?.content { return ["resume", String(index)] }
    return ["resume"]
  }

  private var rates: [Double] { curve.columns(of: .lr).first?.values ?? [] }
  private var planned: [Double] { curve.columns(of: .planned).first?.values ?? [] }
  private var old: [Double] { index == 0 ? curve.resumption?.before.first?.values ?? [] : [] }
  private var nodesBefore: [TopNode] { (index == 0 ? spec : spec.resumes[index - 1].spec).plans.first?.nodes ?? [] }
  private var nodes: [TopNode] { resume.spec.plans.first?.nodes ?? [] }

  private func finding(_ rule: LintRule, _ message: String, _ hint: String, at range: SourceRange? = nil) -> Finding {
    Finding(rule: rule, message: message, hint: hint, range: range ?? resume.range, owner: resume.range)
  }

  /// The finding with the first of these fixes that ends it.
  private func mended(_ finding: Finding, _ fixes: [(key: [String], value: Value)]) -> Finding {
    for (key, value) in fixes {
      guard let changed = document.changed(path + key, to: value), let spec = changed.read(changed.value),
        let curve = try? Run.curve(of: spec)
      else { continue }
      let left = ResumeRules.findings(in: curve, of: spec, changed)
      if left.contains(where: { $0.rule == finding.rule && $0.range == finding.range }) { continue }
      var finding = finding
      finding.fix = Fix(path: path + key, value: value, range: document.member(path + key)?.range)
      finding.hint = "\(finding.fix?.dotted ?? ""): \(value.text().text.trimmedEnd)"
      return finding
    }
    return finding
  }

  private static func text(_ text: String) -> Value { Value(.string(text)) }

  // MARK: Rules

  /// States that are loaded into schedulers of another shape, by position or by the names of their values.
  private var shape: Finding? {
    guard resume.resumed.way.loadsParameters else { return nil }
    let (before, after) = (nodesBefore.map(\.node), nodes.map(\.node))
    guard let words = Self.mismatch(before, after) else { return nil }
    return finding(
      .resumeShape, "\(words): the states are loaded all the same, value by value of the same name",
      "rebuild the schedule from the rate that it should have, or start from the weights alone")
  }

  private static func mismatch(_ before: [Node], _ after: [Node]) -> String? {
    if before.count != after.count {
      return
        "the checkpoint has \(before.count.counted("scheduler")), the resumed run \(after.count)"
    }
    for (old, new) in zip(before, after) {
      let (inside, own) = (old.scheduler.childNodes, new.scheduler.childNodes)
      if old.name != new.name, !(old.scheduler.isFunction && new.scheduler.isFunction) {
        return "the checkpoint is of \(old.name), and the resumed run has \(new.name)"
      }
      if let words = mismatch(inside, own) { return words }
    }
    return nil
  }

  /// An order of loading, or a `last_epoch`, that leaves rates which neither schedule means.
  private var order: Finding? {
    if resume.resumed.way == .lastEpoch {
      guard let given = resume.resumed.lastEpoch, let right = resume.usualLastEpoch, given != right else { return nil }
      return mended(
        finding(
          .resumeOrder,
          "last_epoch is \(given), and \(right) is the last that was finished: the schedule is "
            + "\(abs(given - right).counted("step")) \(given > right ? "ahead" : "behind")",
          "last_epoch \(right)"), [(["restore", "last_epoch"], .integer(right))])
    }
    guard resume.resumed.way == .optimizerFirst,
      let changed = document.changed(path + ["restore"], to: Self.text("state_dict")),
      let other = changed.read(changed.value), let right = try? Run.curve(of: other)
    else { return nil }
    let values = right.columns(of: .lr).first?.values ?? []
    guard let row = rates.indices.first(where: { $0 >= resume.at && $0 < values.count && rates[$0] != values[$0] })
    else {
      return nil
    }
    return mended(
      finding(
        .resumeOrder,
        "the optimizer is loaded before the scheduler is built, which overwrites its rate: "
          + "\(Significant.text(rates[row])) instead of \(Significant.text(values[row])) at \(curve.unit) \(row)",
        "build the scheduler first, then load both"), [(["restore"], Self.text("state_dict"))])
  }

  private var ignored: [Finding] {
    OverriddenValue.all(in: spec, at: index, curve).filter { value in
      !resume.resumed.adjustments.contains { $0.dotted.isFolded(equalTo: value.dotted) }
    }.map { value in
      let after = document.member(path + ["after"])
      let members = (after?.members ?? []) + [Member(key: value.dotted, at: resume.range, value: value.value)]
      return mended(
        finding(
          .resumeIgnored, value.words, "set it by hand when everything is loaded", at: value.value.range),
        [(["after"], Value(.object(members), at: resume.range))])
    }
  }

  /// A warm-up that was over, and is entered again.
  private var rewarm: Finding? {
    let row = resume.at
    guard row > 0, row < rates.count, let peak = old.prefix(row).indices.max(by: { old[$0] < old[$1] }) else {
      return nil
    }
    // Before the interruption the rate had risen, and did so no more.
    guard old[0] < 0.999 * old[peak], row >= old.count || old[row] <= old[row - 1] else { return nil }
    let top = planned.indices.max { planned[$0] < planned[$1] || planned[$1].isNaN } ?? 0
    guard top > 0, planned[0] < 0.999 * planned[top] else { return nil }
    let start = point.stale == nil ? row : row + 1
    let rises = rates[start...].indices.prefix { $0 + 1 < rates.count && rates[$0 + 1] > rates[$0] * (1 + 1e-12) }.count
    guard rises >= 2 else { return nil }
    let isFromStart = Self.isWarmUp(rates, from: start, planned, at: 0, until: top)
    let isInPlan = start < top && Self.isWarmUp(rates, from: start, planned, at: start, until: top)
    guard isFromStart || isInPlan else { return nil }
    return mended(
      finding(
        .resumeRewarm,
        "the warm-up is over at \(curve.unit) \(row), and is entered again: the rate rises from "
          + "\(Significant.text(rates[start])) for \(rises) more \(curve.unit)s",
        "restore the scheduler’s state, or leave the warm-up out of the resumed run"),
      resume.spec.ways.filter { $0 != resume.resumed.way }.prefix(1).map { (["restore"], Self.text($0.rawValue)) })
  }

  /// Whether a course rises in the proportions in which a plan warms up.
  private static func isWarmUp(
    _ rates: [Double], from row: Int, _ planned: [Double], at start: Int, until top: Int
  ) -> Bool {
    guard start < top, row + 1 < rates.count, planned[start] > 0 || rates[row] == 0 else { return false }
    let steps = min(3, top - start, rates.count - row - 1)
    return (0..<steps).allSatisfy { step in
      let (have, want) = (rates[row + step + 1] - rates[row + step], planned[start + step + 1] - planned[start + step])
      return have > 0 && want > 0
    }
  }

  /// A rate that is made of the one before it, which is 0.
  private var zero: Finding? {
    let row = resume.at
    guard row < rates.count, rates.count - row > 2, rates[row...].allSatisfy({ $0 == 0 }),
      planned[min(row, planned.count)...].contains(where: { $0 > 0 }) || point.before > 0
    else { return nil }
    return finding(
      .resumeZero,
      "the rate is 0 when the run is resumed, and every later one is a multiple of the one before: it stays 0",
      "set the rate, too, or start a new schedule from the weights alone")
  }

  /// The checkpoint's schedule ends before the run, and holds or climbs back.
  private var end: Finding? {
    guard let point = curve.resumption?.resumePoints[index], let own = point.length, let wanted = point.plannedLength,
      own < wanted, own < rates.count, own > resume.at || wanted >= rates.count
    else { return nil }
    let values = OverriddenValue.all(in: spec, at: index, curve)
    let after = values.map { Member(key: $0.dotted, at: resume.range, value: $0.value) }
    return mended(
      finding(
        .resumeEnd, "the checkpoint’s schedule ends at \(curve.unit) \(own), and the run goes on to \(rates.count)",
        "set the new length by hand when everything is loaded, or start a new schedule from the weights alone"),
      after.isEmpty ? [] : [(["after"], Value(.object(after), at: resume.range))])
  }

  private var jump: Finding? {
    guard point.isJump else { return nil }
    let stale = point.stale.map { " (\(curve.unit) \($0) alone is made at \(Significant.text(rates[$0])))" } ?? ""
    return finding(
      .resumeJump, "the rate jumps where the run is resumed: \(point.words)\(stale)",
      "if that is meant: \"$lint\": [\"resume-jump\"]")
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.utf8.last == 0x0A { text.removeLast() }
    return text
  }
}
