import Diagnostics
import Testing

@testable import Schedules

/// A copy of an optimizer and a scheduler is a snapshot: stepped on, it gives the same remainder to the bit.
@Suite struct SnapshotTests {
  /// How far a run goes before it is split, and after.
  private static let rows = 14

  private static let kinds = Catalogue.kinds.map { "\($0.family.name).\($0.name)" }

  @Test(arguments: kinds)
  func `a copy goes on as the run does`(kind: String) throws {
    var run = try Stepping(try Example.json(of: kind), optimizer: twoGroups())
    var snapshots = [run]
    var rows = [run.optimizer]
    for row in 0..<Self.rows {
      try run.step(metric: Self.metric(row))
      snapshots.append(run)
      rows.append(run.optimizer)
    }
    let changes = rows.contains { $0.groups != rows[0].groups }
    #expect(changes || Example.constant.contains(kind), "the example should change something")
    for (start, snapshot) in snapshots.enumerated() {
      var copy = snapshot
      var remainder = [copy.optimizer]
      for row in start..<Self.rows {
        try copy.step(metric: Self.metric(row))
        remainder.append(copy.optimizer)
      }
      #expect(remainder == Array(rows[start...]), "from row \(start)")
    }
  }

  @Test(arguments: kinds)
  func `a snapshot restored into a used run is as fresh`(kind: String) throws {
    var run = try Stepping(try Example.json(of: kind), optimizer: twoGroups())
    let snapshot = run
    let first = try run.groups(Self.rows, metric: 1)
    run = snapshot
    #expect(run.optimizer == snapshot.optimizer)
    #expect(try run.groups(Self.rows, metric: 1) == first)
  }

  /// Improves now and then.
  private static func metric(_ row: Int) -> Double { row % 5 == 0 ? 10 - Double(row) : 10 }
}
