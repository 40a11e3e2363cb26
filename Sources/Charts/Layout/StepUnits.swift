/// The one or two units that the x axis counts rows in, and where whole ones of both are labelled.
struct StepUnits: Sendable, Equatable {
  struct Unit: Sendable, Equatable {
    let rows: Double
    /// The last whole unit.
    let end: Int
  }

  let main: Unit
  /// The main one again where there is no other.
  let twin: Unit
  let hasTwin: Bool

  init(of chart: Chart, hasTwin: Bool) {
    let rowCount = StepAxisLayout.rowCount(chart)
    main = Self.unit(chart.rowsPerUnit, rowCount)
    twin = hasTwin ? chart.twinAxis.map { Self.unit($0.rowsPerUnit, rowCount) } ?? main : main
    // The same numbers twice would only ask what the difference is.
    self.hasTwin = twin.rows != main.rows
  }

  /// The ticks of both, each in its own unit; where they stand under one another, each place is labelled in both units.
  func ticks(
    width: Double, rowCount: Int, size: Double, gap: Double
  ) -> (main: [Int], twin: [Int], areAligned: Bool) {
    func ticks(_ unit: Unit, labelWidth: Double? = nil) -> [Int] {
      let width = width * min(1, Double(unit.end) * unit.rows / Double(max(1, rowCount)))
      return StepTicks.covering(to: unit.end, width: width, size: size, gap: gap, labelWidth: labelWidth)
    }
    guard hasTwin else { return (ticks(main), [], true) }
    let (coarse, fine) = main.rows > twin.rows ? (main, twin) : (twin, main)
    guard let ratio = Int(exactly: coarse.rows / fine.rows), coarse.end > 3,
      coarse.end.multipliedReportingOverflow(by: ratio) == (fine.end, false)
    else { return (ticks(main), ticks(twin), false) }
    // A whole number of the larger unit is one of the smaller unit too: both labels can share a tick.
    let labelWidth = TextWidth.of("\(fine.end)", size: size)
    let shared = ticks(coarse, labelWidth: labelWidth)
    let finer = shared.map { min($0, coarse.end) * ratio }
    return coarse == main ? (shared, finer, true) : (finer, shared, true)
  }

  /// What cannot be a scale is taken as 1.
  static func usable(_ rowsPerUnit: Double) -> Double {
    rowsPerUnit.isFinite && rowsPerUnit > 1e-9 ? rowsPerUnit : 1
  }

  private static func unit(_ rowsPerUnit: Double, _ rowCount: Int) -> Unit {
    let rows = usable(rowsPerUnit)
    return Unit(rows: rows, end: Int(exactly: (Double(rowCount) / rows + 1e-9).rounded(.down)) ?? 0)
  }
}
