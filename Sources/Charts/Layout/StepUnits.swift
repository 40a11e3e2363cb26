/// The one or two units that the x axis counts rows in, and where whole ones of both are labelled.
struct StepUnits: Sendable, Equatable {
  struct Unit: Sendable, Equatable {
    let rows: Double
    /// The first and the last whole unit that is shown.
    let start: Int
    let end: Int

    func text(_ number: Int) -> String { Count.text(number, of: end) }
  }

  /// The ticks of both, each in its own unit.
  struct Numbers: Sendable, Equatable {
    let main: StepTicks
    let twin: StepTicks
    /// Whether those of one stand under those of the other.
    let areAligned: Bool
  }

  let main: Unit
  /// The main one again where there is no other.
  let twin: Unit
  let hasTwin: Bool

  init(of chart: Chart, hasTwin: Bool) {
    let rows = StepAxisLayout.rows(chart)
    main = Self.unit(chart.rowsPerUnit, rows)
    let other = hasTwin && !chart.hasLogarithmicRows ? chart.twinAxis : nil
    twin = other.map { Self.unit($0.rowsPerUnit, rows) } ?? main
    // The same numbers twice would only ask what the difference is.
    self.hasTwin = twin.rows != main.rows
  }

  /// The ticks of both; where they can stand under one another and be round, each place is labelled in both units.
  ///
  /// - Parameter pixels: how many pixels the axis counts as one.
  func ticks(along axis: StepScale, size: Double, gap: Double, pixels: Double = 1) -> Numbers {
    func ticks(_ unit: Unit, labelWidth: Double? = nil, isRound: (Int) -> Bool = { _ in true }) -> StepTicks? {
      func place(_ number: Int) -> Double { axis.position(of: Double(number) * unit.rows) * pixels }
      if axis.isLogarithmic {
        return StepTicks.logarithmic(from: max(1, unit.start), to: unit.end, size: size, gap: gap, place: place)
      }
      return StepTicks.covering(
        from: unit.start, to: unit.end, width: place(unit.end) - place(unit.start), size: size, gap: gap,
        labelWidth: labelWidth, isRound: isRound)
    }
    func own(_ unit: Unit) -> StepTicks { ticks(unit) ?? StepTicks(marks: [unit.end], labels: [unit.end]) }
    guard hasTwin else { return Numbers(main: own(main), twin: StepTicks(marks: [], labels: []), areAligned: true) }
    let (coarse, fine) = main.rows > twin.rows ? (main, twin) : (twin, main)
    let separate = Numbers(main: own(main), twin: own(twin), areAligned: false)
    guard let ratio = Int(exactly: coarse.rows / fine.rows), coarse.end > 3, coarse.start == 0,
      coarse.end.multipliedReportingOverflow(by: ratio) == (fine.end, false),
      // A whole number of the larger unit is one of the smaller unit too: both labels can share a tick.
      let shared = ticks(
        coarse, labelWidth: TextWidth.of(fine.text(fine.end), size: size),
        isRound: { step in Self.isRound(step.multipliedReportingOverflow(by: ratio)) })
    else { return separate }
    let finer = StepTicks(
      marks: shared.marks.map { min($0, coarse.end) * ratio }, labels: shared.labels.map { min($0, coarse.end) * ratio }
    )
    return coarse == main
      ? Numbers(main: shared, twin: finer, areAligned: true) : Numbers(main: finer, twin: shared, areAligned: true)
  }

  /// Whether the multiples of a step are numbers that people count in: 1250, 2500, 3750, but not 1955, 3910, 5865.
  private static func isRound(_ step: (partialValue: Int, overflow: Bool)) -> Bool {
    guard !step.overflow, step.partialValue > 0 else { return false }
    var digits = step.partialValue
    while digits.isMultiple(of: 10) { digits /= 10 }
    return digits < 10 || (digits < 100 && digits.isMultiple(of: 5)) || digits == 125
  }

  /// What cannot be a scale is taken as 1.
  static func usable(_ rowsPerUnit: Double) -> Double {
    rowsPerUnit.isFinite && rowsPerUnit > 1e-9 ? rowsPerUnit : 1
  }

  private static func unit(_ rowsPerUnit: Double, _ shown: ClosedRange<Double>) -> Unit {
    let rows = usable(rowsPerUnit)
    let end = Int(exactly: (shown.upperBound / rows + 1e-9).rounded(.down)) ?? 0
    let start = Int(exactly: (shown.lowerBound / rows - 1e-9).rounded(.up)) ?? 0
    return Unit(rows: rows, start: max(0, min(start, end)), end: max(0, end))
  }
}
