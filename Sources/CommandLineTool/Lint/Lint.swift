import Diagnostics
import Schedules

/// Looks for the mistakes that a schedule file can hold without being wrong.
///
/// It asks schedulers how long they are and what they do, in their own units, and goes into combinators as deep as they
/// are nested.
enum Lint {
  /// The rules that look at one scheduler and its part of the run; the first that finds something has the word.
  private static let ofStretches: [@Sendable (LintStretch) -> Finding?] = [
    UnitsRule.finding, WarmupRule.finding, BounceRule.finding, UnfinishedRule.finding, MilestonesRule.finding,
  ]
  /// The rules that look at schedulers that are stepped together.
  private static let ofChains: [@Sendable ([Node]) -> [Finding]] = [OverwriteRule.findings, RestorationRule.findings]

  /// Everything found in a file, in the order of its text.
  static func findings(in spec: Spec, allowing allowed: [LintRule]) -> [Finding] {
    let silenced = Set(spec.silenced + allowed)
    let found = spec.plans.flatMap { findings(in: $0, of: spec, silenced: silenced) }
    return found.enumerated().sorted {
      ($0.element.range?.lower ?? 0, $0.offset) < ($1.element.range?.lower ?? 0, $1.offset)
    }.map(\.element)
  }

  private static func findings(in plan: Plan, of spec: Spec, silenced: Set<LintRule>) -> [Finding] {
    let silenced = silenced.union(plan.silenced)
    var found: [Finding] = []
    for (top, optimizer) in plan.tracks.flatMap({ track in track.nodes.map { ($0, track.optimizer) } }) {
      let run = spec.timeline.length(for: top.cadence)
      let stretch = LintStretch(
        node: top.node, run: run, interval: top.interval, stepsPerEpoch: spec.stepsPerEpoch, optimizer: optimizer)
      found += findings(in: stretch, silenced: silenced)
      found += MetricRule.findings(in: top.node, spec).filter { !silenced.contains($0.rule) }
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

  private static func findings(in stretch: LintStretch, silenced: Set<LintRule>) -> [Finding] {
    let silenced = silenced.union(stretch.node.members.silencedRules)
    var found: [Finding] = []
    if let finding = ofStretches.lazy.compactMap({ $0(stretch) }).first(where: { !silenced.contains($0.rule) }) {
      found.append(finding)
    }
    let parts = stretch.node.scheduler.parts(of: stretch.run)
    let nodes = parts.map(\.node)
    switch stretch.node.name {
    case "ChainedScheduler": found += kept(ofChains.flatMap { $0(nodes) }, nodes, silenced)
    case "SequentialLR": found += kept(SequenceRule.findings(nodes), nodes, silenced)
    default: break
    }
    for part in parts {
      found += findings(
        in: LintStretch(
          node: part.node, run: part.run, interval: stretch.interval, stepsPerEpoch: stretch.stepsPerEpoch,
          optimizer: stretch.optimizer), silenced: silenced)
    }
    return found
  }

  /// The findings that neither the surroundings nor the schedulers that they are about silence.
  private static func kept(_ findings: [Finding], _ nodes: [Node], _ silenced: Set<LintRule>) -> [Finding] {
    findings.filter { finding in
      if silenced.contains(finding.rule) { return false }
      let own = nodes.first { $0.range == finding.range }
      return own.map { !$0.members.silencedRules.contains(finding.rule) } ?? true
    }
  }
}
