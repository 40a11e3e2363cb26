import Curves
import Diagnostics
import Schedules

/// Looks for the mistakes that a schedule file can hold without being wrong.
///
/// It asks schedulers how long they are and what they do, in their own units, and goes into combinators as deep as they
/// are nested. What a parameter is for it learns from the parameter's role.
enum Lint {
  /// The rules that look at one scheduler and its part of the run; the first that finds something has the word.
  private static let ofParts: [@Sendable (LintedPart) -> Finding?] = [
    UnitsRule.finding, WarmupRule.finding, BounceRule.finding, NoEffectRule.finding, EarlyEndRule.finding,
    UnfinishedRule.finding, MilestonesRule.finding,
  ]
  /// The rules that have a word of their own.
  private static let besides: [@Sendable (LintedPart) -> Finding?] = [
    InvertedRule.finding, JumpRule.finding, SequenceRule.nested,
  ]
  /// The rules that look at schedulers that are stepped together.
  private static let ofChains: [@Sendable ([Node]) -> [Finding]] = [OverwriteRule.findings, RestorationRule.findings]

  /// Everything found in a document, in the order of its text, with fixes that have been tried.
  static func findings(in spec: Spec, of document: LintedDocument, allowing allowed: [LintRule]) -> [Finding] {
    document.repaired(found(in: spec, of: document, allowing: allowed), allowing: allowed)
  }

  /// Everything found, without a trial of what would mend it.
  static func found(in spec: Spec, of document: LintedDocument?, allowing allowed: [LintRule]) -> [Finding] {
    if !spec.resumes.isEmpty { return resumed(spec, document, allowed) }
    let silenced = Set(spec.silenced + allowed)
    var found = spec.plans.flatMap { findings(in: $0, of: spec, silenced: silenced) }
    if let curve = try? Run.curve(of: spec) {
      let all =
        RangeRule.findings(in: curve, of: spec) + LawRangeRule.findings(in: curve, of: spec)
        + VanishingRule.findings(in: curve, of: spec)
        + (document.map { IgnoredRule.findings(in: curve, of: spec, $0) } ?? [])
        + (document.map { NoEffectRule.findings(in: curve, of: spec, $0) } ?? [])
      for finding in all {
        // Growth by a factor above 1 has been reported already.
        let others = [finding.rule, .units] + (finding.rule == .vanishing ? [.inverted] : [])
        let isKnown = found.contains { $0.owner == finding.owner && others.contains($0.rule) }
        if isKnown || silenced.contains(finding.rule) { continue }
        found += spec.plans.reduce([finding]) {
          kept($0, $1.nodes.map(\.node), $1.silenced.isEmpty ? [] : Set($1.silenced))
        }
      }
    }
    return found.enumerated().sorted {
      ($0.element.range?.lower ?? 0, $0.offset) < ($1.element.range?.lower ?? 0, $1.offset)
    }.map(\.element)
  }

  /// What is found in the run as it is before its interruption, and at the interruptions.
  private static func resumed(_ spec: Spec, _ document: LintedDocument?, _ allowed: [LintRule]) -> [Finding] {
    var first = spec
    first.resumes = []
    let own = document.map { document in
      LintedDocument(value: Spec.uninterrupted(document.value), read: document.read)
    }
    var found = found(in: first, of: own, allowing: allowed)
    if let document, let curve = try? Run.curve(of: spec) {
      let silenced = Set(spec.silenced + allowed + spec.resumes.flatMap(\.silenced))
      found += ResumeRules.findings(in: curve, of: spec, document).filter { !silenced.contains($0.rule) }
    }
    return found
  }

  private static func findings(in plan: Plan, of spec: Spec, silenced: Set<LintRule>) -> [Finding] {
    let silenced = silenced.union(plan.silenced)
    var found: [Finding] = []
    let tracks = plan.tracks.enumerated().flatMap { index, track in track.nodes.map { (index, $0, track.optimizer) } }
    for (index, top, optimizer) in tracks {
      let part = LintedPart(
        node: top.node, run: run(of: top, spec.timeline), interval: top.interval, stepsPerEpoch: spec.stepsPerEpoch,
        optimizer: optimizer, isOfQuantity: index > plan.others.count)
      found += findings(in: part, silenced: silenced)
      found += MetricRule.findings(in: top.node, of: plan, spec).filter { !silenced.contains($0.rule) }
    }
    if let node = plan.nodes.first?.node, let finding = ZeroStartRule.finding(in: plan) {
      found += kept([finding], [node], silenced)
    }
    if plan.nodes.count > 1 {
      let nodes = plan.nodes.map(\.node)
      found += kept(ofChains.flatMap { $0(nodes) }, nodes, silenced)
    }
    return found
  }

  /// How long a scheduler is stepped; where the file does not say, what rounding to whole epochs adds is not a mistake.
  private static func run(of top: TopNode, _ timeline: Timeline) -> RunLength {
    let run = timeline.length(for: top.cadence)
    guard timeline.isOfSchedule, let own = top.node.scheduler.length?.rounded(.up), own >= 1,
      let count = Int(exactly: own), count < run.count, run.count - count < run.perEpoch
    else { return run }
    return RunLength(count: count, perEpoch: run.perEpoch)
  }

  private static func findings(in part: LintedPart, silenced: Set<LintRule>) -> [Finding] {
    let silenced = silenced.union(part.node.members.silencedRules)
    var found: [Finding] = []
    if let finding = ofParts.lazy.compactMap({ $0(part) }).first(where: { !silenced.contains($0.rule) }) {
      found.append(finding)
    }
    found += besides.compactMap { $0(part) }.filter { !silenced.contains($0.rule) }
    let parts = part.node.scheduler.parts(of: part.run)
    let nodes = parts.map(\.node)
    if part.isTogether { found += kept(ofChains.flatMap { $0(nodes) }, nodes, silenced) }
    if part.isSequence { found += kept(SequenceRule.findings(nodes, on: part.optimizer), nodes, silenced) }
    // In the wrong unit all of its parts seem too long, too.
    if !found.contains(where: { $0.rule == .units }) {
      for part in part.parts { found += findings(in: part, silenced: silenced) }
    }
    for index in found.indices where found[index].owner == nil { found[index].owner = part.node.range }
    return found
  }

  /// The findings that neither the surroundings nor the schedulers that they are about silence.
  private static func kept(_ findings: [Finding], _ nodes: [Node], _ silenced: Set<LintRule>) -> [Finding] {
    findings.filter { finding in
      if silenced.contains(finding.rule) { return false }
      let own = nodes.first { $0.range == finding.range || $0.range == finding.owner }
      return own.map { !$0.members.silencedRules.contains(finding.rule) } ?? true
    }
  }
}

extension LintedPart {
  /// Whether its parts are all stepped for the whole of its run, each on what the one before it left.
  ///
  /// What computes from the base rate, as a product does, makes its own of what they say.
  var isTogether: Bool { isSimultaneous && !node.scheduler.overwrites }

  /// Whether its parts follow each other.
  var isSequence: Bool { node.scheduler.parts(of: run).count > 1 && !isSimultaneous }

  private var isSimultaneous: Bool {
    let parts = node.scheduler.parts(of: run)
    return parts.count > 1 && parts.allSatisfy { $0.run == run }
  }
}
