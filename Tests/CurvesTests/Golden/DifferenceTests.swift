import Curves
import Diagnostics
import Testing
import Text

@Suite struct DifferenceTests {
  private static let cosine =
    #"{"epochs": 50, "optimizer": {"lr": 1e-7}, "scheduler": {"type": "CosineAnnealingLR", "T_max": 50}}"#

  /// The golden of a schedule, with changed lines.
  private func golden(_ json: String, _ change: (inout [String]) -> Void = { _ in }) throws -> Golden {
    var lines = try curve(json).csv.whole.text.split(separator: "\n").map(String.init)
    change(&lines)
    return try Golden.read(Source(name: "x.csv", bytes: Bytes(lines.map { "\($0)\n" }.joined().utf8)))
  }

  private func difference(
    _ golden: Golden, _ json: String = cosine, tolerance: Tolerance = Tolerance()
  ) throws -> Difference? {
    golden.difference(from: try curve(json), tolerance: tolerance)
  }

  /// A golden in which every value of the last column was something else.
  private func golden(_ json: String = cosine, mapping: (Int, Double) -> Double) throws -> Golden {
    try golden(json) { lines in
      for row in lines.indices.dropFirst() {
        var cells = lines[row].split(separator: ",").map(String.init)
        cells[cells.count - 1] = "\(mapping(row - 1, Double(cells[cells.count - 1]) ?? .nan))"
        lines[row] = cells.joined(separator: ",")
      }
    }
  }

  @Test func `a curve is what it was`() throws {
    #expect(try difference(golden(Self.cosine)) == nil)
    #expect(try difference(golden(Self.cosine), tolerance: .exact) == nil)
  }

  @Test(arguments: [1e-6, -1e-6, 2e-9, 0.5, -3])
  func `one value off is one row, and named`(part: Double) throws {
    let golden = try golden { $0 == 10 ? $1 * (1 + part) : $1 }
    let difference = try #require(try difference(golden))
    #expect(difference.changes.map(\.step) == [10])
    #expect(difference.changes.first?.heading == "lr")
    #expect(difference.changes.first?.golden == golden["lr"]?.values[10])
    #expect(difference.rows == (1, 50))
    #expect(difference.pattern == .oneRow)
    #expect(difference.mismatches.isEmpty)
  }

  @Test func `tolerances are relative to the value or to the peak of its column`() throws {
    let slight = try golden { $0 == 10 ? $1 * (1 + 1e-10) : $1 }
    #expect(try difference(slight) == nil)
    #expect(try difference(slight, tolerance: .exact) != nil)
    // The last value is a thousandth of the peak of 1e-7.
    let atEnd = try golden { $0 == 49 ? $1 + 1e-20 : $1 }
    #expect(try difference(atEnd, tolerance: Tolerance(relative: 1e-12)) == nil)
    #expect(try difference(atEnd, tolerance: Tolerance(relative: 1e-12, ofPeak: 0)) != nil)
    #expect(try difference(golden { $0 == 49 ? $1 + 1e-18 : $1 }) != nil)
    #expect(try difference(golden { $1 * 1.01 }, tolerance: Tolerance(relative: 0.02)) == nil)
    #expect(try difference(golden { $1 + ($0 % 2 == 0 ? 1e-10 : 0) }, tolerance: Tolerance(ofPeak: 0.01)) == nil)
  }

  @Test(arguments: [1.09, 0.5, 2, 1.000001, -1, 1 / 3.0, 1.05, 100])
  func `a scaled curve is called so, at a peak of 1e-7 too`(factor: Double) throws {
    let difference = try #require(try difference(golden { $1 / factor }))
    guard case .scaled(let found) = try #require(difference.pattern) else {
      Issue.record("\(difference)")
      return
    }
    #expect(abs(found - factor) < 1e-12 * abs(factor))
    #expect(difference.rows == (50, 50))
    #expect(difference.changes.map(\.step) == [0, 1, 2, 3, 4])
  }

  @Test(arguments: [
    (1.09, "1.09"), (1.0899999999999999, "1.09"), (1 / 3.0, "0.3333"), (2.0, "2"), (1.000001, "1.000001"), (0.0, "0"),
    (-1.0, "-1"), (0.00123, "0.00123"), (1e20, "1e+20"), (1e-9, "1e-09"),
  ])
  func `a factor is given to the digits that say something`(factor: Double, text: String) {
    #expect(Pattern.scaled(factor).name == "scaled by \(text)")
  }

  @Test(arguments: [1, 2, 7, 25, -1, -3, -25])
  func `a shifted curve is called so`(rows: Int) throws {
    let values = try values("lr", of: curve(Self.cosine))
    // The golden begins `rows` earlier than the curve; what it has beyond the curve's ends is anything.
    let golden = try golden { row, _ in
      values.indices.contains(row + rows) ? values[row + rows] : 3e-8 * Double(row % 5)
    }
    #expect(try difference(golden)?.pattern == .shifted(rows))
    #expect(Pattern.shifted(1).name == "shifted by 1 row (later)")
    #expect(Pattern.shifted(-3).name == "shifted by 3 rows (earlier)")
  }

  @Test func `a warm-up in front of it shifts a longer curve`() throws {
    let step = #"{"type": "MultiStepLR", "milestones": [30, 60, 80]}"#
    let warm =
      #"{"type": "SequentialLR", "milestones": [5], "schedulers": [{"type": "LinearLR", "total_iters": 5}, \#(step)]}"#
    let golden = try golden(#"{"epochs": 90, "scheduler": \#(step)}"#)
    let difference = try #require(try difference(golden, #"{"epochs": 95, "scheduler": \#(warm)}"#))
    #expect(difference.pattern == .shifted(5))
    #expect(difference.mismatches == [.rowCount(golden: 90, actual: 95)])
  }

  @Test func `what differs from a step on is called so`() throws {
    let difference = try #require(try difference(golden { $0 < 30 ? $1 : $1 + 1e-8 * Double($0 % 7) }))
    #expect(difference.pattern == .from(30))
    #expect(difference.pattern?.name == "differs from step 30 on")
    #expect(try self.difference(golden { $0 == 10 || $0 == 40 ? 1 : $1 })?.pattern == nil)
    #expect(try self.difference(golden { row, _ in Double(row * row % 17) })?.pattern == nil)
  }

  @Test func `last bits that went astray are no pattern of scale or shift`() throws {
    let json = #"{"epochs": 50, "scheduler": {"type": "ConstantLR", "factor": 1}}"#
    let golden = try golden(json) { $0 % 3 == 1 ? $1.nextUp : $1 }
    #expect(try difference(golden, json) == nil)
    let difference = try #require(try difference(golden, json, tolerance: .exact))
    #expect(difference.pattern == .from(1) || difference.pattern == nil)
  }

  @Test func `a lost row is reported as one`() throws {
    let lost = try #require(try difference(golden(Self.cosine) { $0.remove(at: 11) }))
    #expect(lost.mismatches == [.rowCount(golden: 49, actual: 50), .step(10, golden: 11)])
    #expect(lost.changes.isEmpty)
    let cut = try #require(try difference(golden(Self.cosine) { $0.removeLast() }))
    #expect(cut.mismatches == [.rowCount(golden: 49, actual: 50)])
    #expect(cut.rows == (0, 49))
  }

  @Test func `different columns are reported by name, and the others compared`() throws {
    let groups =
      #"{"epochs": 9, "optimizer": {"param_groups": [{"name": "a"}, {"name": "b"}]}, "scheduler": {"type": "StepLR", "step_size": 3}}"#
    func mismatch(_ header: String, _ json: String = groups) throws -> [Mismatch] {
      try #require(try difference(golden(json) { $0[0] = header }, json)).mismatches
    }
    #expect(try mismatch("step,epoch,lr.a,lr.c") == [.renamed(golden: "lr.c", actual: "lr.b")])
    #expect(try mismatch("step,epoch,lr.b,lr.a") == [.reordered])
    #expect(try mismatch("step,epoch,x,y") == [.added(["lr.a", "lr.b"]), .removed(["x", "y"])])
    let added = try #require(
      try difference(
        golden(groups) { $0 = $0.map { $0.split(separator: ",").dropLast().joined(separator: ",") } }, groups))
    #expect(added.mismatches == [.added(["lr.b"])])
    #expect(added.rows == (0, 9))
  }

  @Test func `steps in other epochs are reported`() throws {
    func json(_ epochs: Int, _ steps: Int) -> String {
      #"{"epochs": \#(epochs), "steps_per_epoch": \#(steps), "scheduler": {"type": "ConstantLR", "factor": 1}}"#
    }
    let difference = try #require(try difference(golden(json(4, 5)), json(5, 4)))
    #expect(difference.mismatches == [.epoch(step: 4, golden: 0, actual: 1)])
  }

  @Test func `blanks are values too`() throws {
    let json = #"{"epochs": 3, "scheduler": {"type": "ReduceLROnPlateau"}, "metric": {"values": [1, 2]}}"#
    #expect(try difference(golden(json), json) == nil)
    let filled = try #require(try difference(golden(json) { $0[3] += "3.0" }, json))
    #expect(filled.changes.map(\.heading) == ["metric"])
    #expect(filled.changes.first?.actual.isNaN == true)
  }

  @Test(arguments: [
    (Mismatch.renamed(golden: "lr", actual: "lr.0"), "the golden’s column “lr” is “lr.0” now"),
    (.added(["momentum"]), "the golden has no column “momentum”"),
    (
      .removed(["a", "b", "c", "d", "e", "f"]),
      "the golden has the columns “a”, “b”, “c”, “d”, “e” and 1 more, and the curve has not"
    ),
    (.rowCount(golden: 1, actual: 50), "the golden has 1 row, and the curve 50"),
    (.step(10, golden: 11), "step 10 is missing from the golden, where step 11 follows"),
    (.step(0, golden: 0.5), "step 0 is missing from the golden, where step 0.5 follows"),
    (.epoch(step: 4, golden: 0, actual: 1), "step 4 is in epoch 1, and in the golden in epoch 0"),
  ])
  func `a mismatch is a sentence`(mismatch: Mismatch, sentence: String) {
    #expect(mismatch.sentence == sentence)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long curve that repeats itself is compared at once`() throws {
    let json = #"{"epochs": 200000, "scheduler": {"type": "CyclicLR", "base_lr": 0, "max_lr": 1, "step_size_up": 5}}"#
    let golden = try golden(json) { $0 > 100_000 && $0 < 100_004 ? $1 + 1 : $1 }
    #expect(try difference(golden, json)?.rows.differing == 3)
  }
}
