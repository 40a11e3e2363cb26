import Charts
import Curves
import Schedules
import Text

/// Makes the chart of a curve: here what schedules know meets what charts know.
struct Picture {
  private(set) var curve: Curve
  /// An empty one is none, and leaves the heading out, too.
  let title: String?
  /// What the picture is headed by without a title.
  var heading: String?
  /// Where the schedule comes from, for `--source`.
  var source: String?
  /// What the metric is called.
  var metricName: String?
  let options: PlotOptions
  /// What is shown in panels of its own: how far curves are from others.
  var comparisons: [Comparison] = []

  /// Rows that are marked by a line through all panels.
  var markedRows: [(row: Int, label: String)] = []

  /// How many places of the axis a row takes.
  private var rowScale = 1.0

  /// Differences, and whose they are.
  struct Comparison {
    let title: String
    let columns: [Curve.Column]
  }

  init(
    curve: Curve, title: String?, heading: String? = nil, source: String? = nil, options: PlotOptions,
    comparisons: [Comparison] = []
  ) {
    (self.curve, self.title, self.heading, self.source) = (curve, title, heading, source)
    (self.options, self.comparisons) = (options, comparisons)
  }

  var svg: Bytes {
    var chart = chart
    chart.title = shownTitle ?? (title == nil ? heading : nil)
    return chart.draw()
  }

  func text(on terminal: Terminal) -> Bytes { chart.preview(on: terminal) }

  private var shownTitle: String? { title.flatMap { $0.isEmpty ? nil : $0 } }

  private var chart: Chart {
    let placed = curve.placed(on: axis)
    // What is drawn lies evenly on the axis; the description counts steps.
    var drawn = self
    drawn.curve = placed.curve
    drawn.rowScale = Double(placed.curve.rowCount) / Double(max(1, curve.rowCount))
    return drawn.chart(describedAs: CurveDescription.of(curve), rowsPerUnit: placed.rowsPerUnit)
  }

  private func chart(describedAs description: String, rowsPerUnit: Double) -> Chart {
    let other: AxisUnit? = axis == .epoch ? .step : axis == .step ? .epoch : nil
    let twin = other.map { TwinAxis(title: $0.title, rowsPerUnit: $0 == .step ? 1 : Double(curve.stepsPerEpoch)) }
    let footers = [options.caption, options.showsSource ? source.map { "Source: \($0)" } : nil].compactMap { $0 }
    return Chart(
      title: shownTitle, description: description, panels: panels(rowsPerUnit), rowCount: curve.rowCount,
      xTitle: axis.title, rowsPerUnit: rowsPerUnit, twinAxis: curve.stepsPerEpoch > 1 ? twin : nil,
      boundaries: boundaries, events: highlights.events,
      markers: resumePoints.map { Marker(at: Double($0.row), label: "resume: \($0.words)") }
        + options.marks.map { Marker(at: $0.place * rowsPerUnit, label: $0.text) }
        + markedRows.map { Marker(at: Double($0.row) * rowScale, label: $0.label) }, rows: rows(rowsPerUnit),
      hasLogarithmicRows: options.xScale == .log, keyTitle: order.title, footers: footers, width: options.width,
      height: options.height ?? 400, mayGrow: options.height == nil, scale: options.scale,
      theme: options.theme, background: options.background, idPrefix: options.idPrefix)
  }

  /// The rows that are shown, where those are not all.
  private func rows(_ unit: Double) -> ClosedRange<Double>? {
    guard options.xLow != nil || options.xHigh != nil else { return nil }
    let (low, high) = ((options.xLow ?? 0) * unit, options.xHigh.map { $0 * unit } ?? Double(curve.rowCount))
    return low < high ? low...high : nil
  }

  /// As the options want it; else in epochs, unless there are none.
  var axis: AxisUnit { options.x ?? curve.usualAxis }

  /// The first curve that has no such unit as is asked for, and what would give it.
  var lack: (curve: String?, key: String)? { curve.lack(on: axis) }

  /// Where the run is resumed.
  private var resumePoints: [ResumePointDescription] { ResumePointDescription.of(curve) }

  /// What a resumed run's schedules would do alone: the new one thin, the rest of the old one dotted.
  private var plans: [Series] {
    let planned = curve.columns(of: .planned)
    guard !planned.isEmpty else { return [] }
    let rates = curve.columns(of: .lr)
    let first = curve.resumption?.resumePoints.first?.row ?? 0
    let isOne = rates.count == 1
    let isPair = rates.count == 2 && planned.count == 2
    func series(_ column: Curve.Column, _ name: String, _ weight: Series.Weight, at place: Int) -> Series {
      var series = self.series(column, at: place)
      // Of two groups the colours do not say whose plan it is.
      series.name = isOne ? name : isPair ? [name, column.group].compactMap { $0 }.joined(separator: ", ") : nil
      series.weight = weight
      if options.isOfPeak {
        let factor = Self.percent(of: rates[0].values)
        series.values = series.values.map { $0 * factor }
      }
      return series
    }
    let places = rates.count == planned.count ? Array(rates.indices) : planned.map { _ in 0 }
    let new = zip(planned, places).map { series($0, "new plan", .thin, at: isOne ? 1 : rates.count + $1) }
    let old = (curve.resumption?.before ?? []).enumerated().map { index, column in
      var rest = series(column, "old plan", .dotted, at: rates.count + planned.count + index)
      // Where it still holds, it is what happens.
      rest.values = rest.values.enumerated().map { $0 < first ? .nan : $1 }
      return rest
    }
    return new
      + old.filter { rest in
        // What goes on as it would have is drawn once.
        rest.values.enumerated().contains { row, value in value.isFinite && !rates.contains { $0.values[row] == value }
        }
      }
  }

  private var highlights: Highlights { Highlights(of: curve) }

  private func panels(_ rowsPerUnit: Double) -> [Panel] {
    var panels = [
      Panel(
        title: options.isOfPeak ? "learning rate, % of peak" : "learning rate", series: series(of: .lr) + plans,
        isLogarithmic: options.y == .log, low: options.yLow, high: options.yHigh, notes: notes(rowsPerUnit))
    ]
    // A schedule that watches its own loss has that panel already.
    let isClosedLoop = curve.columns(of: .loss).contains { $0.loss?.isWatched == true }
    for quantity in curve.quantities
    where ![.lr, .planned, .before].contains(quantity) && !(isClosedLoop && quantity == .metric) {
      let title = quantity == .metric ? metricName ?? quantity.title : quantity.title
      panels.append(quantity == .loss ? lossPanel : Panel(title: title, series: series(of: quantity), fitsData: true))
    }
    return panels + comparisons.filter { !$0.columns.isEmpty }.map(panel)
  }

  private var lossPanel: Panel {
    let panel = LossPanel(of: curve)
    let columns = curve.columns(of: .loss)
    let series = zip(columns, places(of: columns)).map { column, place in
      Series(
        name: panel.name(of: column, name(of: column)), values: panel.drawn(column), style: .line, paletteIndex: place)
    }
    return Panel(
      title: panel.title, series: series, fitsData: true, isLogarithmic: panel.isLogarithmic, notes: panel.notes)
  }

  /// The reader's own marks on the first curve, and what is notable of it.
  private func notes(_ rowsPerUnit: Double) -> [Note] {
    let rates = curve.columns(of: .lr)
    let curves = rates.indices.filter { !rates[$0].isReference }
    guard let place = curves.first else { return [] }
    let values = rates[place].values
    let marks = options.marks.compactMap { mark -> Note? in
      guard let row = Int(exactly: (mark.place * rowsPerUnit).rounded()), values.indices.contains(row) else {
        return nil
      }
      return Note(row: row, value: values[row])
    }
    let shown = shownRows(rowsPerUnit)
    var notes = highlights.notes(in: shown)
    // In a whole family the ends would be crowded; the curves that end highest and lowest say enough.
    let ramps = curves.count >= Self.family ? order.ramps : nil
    if ramps != nil { notes.removeAll { $0.isNeeded } }
    let stale = resumePoints.compactMap { point in point.stale.map { Note(row: $0, value: values[$0], label: "stale") }
    }
    notes = (marks + stale + notes).map { Self.placed($0, on: place, factor: factor(of: values)) }
    for (number, other) in curves.enumerated().dropFirst()
    where curves.count < Self.family || ramps?[number] == 0 || ramps?[number] == 1 {
      let highlights = Highlights(of: rates[other], isOnly: false)
      guard let peak = highlights.peakNote(in: shown) else { continue }
      let note = Self.placed(peak, on: other, factor: factor(of: rates[other].values))
      // The same number is not shown twice.
      if !notes.contains(where: { abs($0.value - note.value) <= 0.02 * abs(note.value) }) { notes.append(note) }
    }
    return notes
  }

  /// So many curves with an order are a family.
  private static let family = 5

  private static func placed(_ note: Note, on series: Int, factor: Double) -> Note {
    var note = note
    note.value *= factor
    note.series = series
    return note
  }

  private func factor(of values: [Double]) -> Double { options.isOfPeak ? Self.percent(of: values) : 1 }

  /// The rows that are in the picture.
  private func shownRows(_ rowsPerUnit: Double) -> Range<Int> {
    guard let rows = rows(rowsPerUnit), let start = Int(exactly: rows.lowerBound.rounded(.up)),
      let end = Int(exactly: min(rows.upperBound, Double(curve.rowCount)).rounded(.down)), start <= end
    else { return 0..<curve.rowCount }
    return start..<max(start + 1, min(end + 1, curve.rowCount))
  }

  /// What makes rates percentages of their peak.
  private static func percent(of values: [Double]) -> Double {
    let peak = values.lazy.filter(\.isFinite).max() ?? 0
    return peak > 0 ? 100 / peak : 1
  }

  /// Whether the curves have an order, and which.
  private var order: SeriesOrder {
    if curve.columns.count < 2 { return SeriesOrder([]) }
    return SeriesOrder(curve.columns(of: .lr).filter { !$0.isReference }.map(name))
  }

  private func panel(of comparison: Comparison) -> Panel {
    let names = Set(comparison.columns.map { $0.curve.map(ExactText.init) })
    let series = zip(comparison.columns, places(of: comparison.columns)).map { column, place in
      var series = self.series(column, at: place)
      if names.count == 1, comparison.columns.count == 1 { series.name = nil }
      series.isPoints = column.isLogged
      // Either of the two may jump anywhere, and then so does the difference.
      series.style = .line
      series.pieces = Motions.pieces(of: column.values, 0..<column.values.count)
      return series
    }
    return Panel(title: comparison.title, series: series, fitsData: true, baseline: 0)
  }

  private func series(of quantity: Curve.Quantity) -> [Series] {
    // Curves that watch one metric all have a column of it; it is drawn once.
    let columns = curve.columns(of: quantity)
    if columns.isEmpty { return [] }
    if quantity == .metric, columns.count > 1, columns.allSatisfy({ same($0.values, columns[0].values) }) {
      return [Series(values: columns[0].values, style: curve.stepsPerEpoch > 1 ? .step : .line)]
    }
    if quantity != .lr, let all = common(columns) { return [all] }
    let ramps = order.ramps
    return zip(columns, places(of: columns)).map { column, place in
      var series = self.series(column, at: place)
      series.isReference = column.isReference
      series.isPoints = column.isLogged
      if let ramps, !column.isReference { series.ramp = ramps[place] }
      if quantity == .lr, options.isOfPeak {
        let factor = Self.percent(of: series.values)
        series.values = series.values.map { $0 * factor }
      }
      return series
    }
  }

  /// One curve for the groups that have the same, in a colour of its own.
  private func common(_ columns: [Curve.Column]) -> Series? {
    guard columns.count > 1, !columns.contains(where: { $0.curve != columns[0].curve || $0.isReference }),
      columns.allSatisfy({ same($0.values, columns[0].values) })
    else { return nil }
    var series = self.series(columns[0], at: curve.columns(of: .lr).count)
    series.name = columns.count == 2 ? "both" : "all"
    return series
  }

  /// Whether both are the same, where they have no value too.
  private func same(_ left: [Double], _ right: [Double]) -> Bool {
    left.elementsEqual(right) { $0.bitPattern == $1.bitPattern }
  }

  /// Where columns stand among the rates: a group of a curve has one colour in all panels.
  private func places(of columns: [Curve.Column]) -> [Int] {
    if curve.columns.count < 2 { return columns.map { _ in 0 } }
    let rates = curve.columns(of: .lr).filter { !$0.isReference }
    guard rates.count > 1 else { return columns.map { _ in 0 } }
    let places = Dictionary(zip(rates.map { name(of: $0)?.exact }, rates.indices)) { first, _ in first }
    let groups = Dictionary(zip(rates.map { $0.group?.exact }, rates.indices)) { first, _ in first }
    // What a curve is held against has the colour of that curve's group.
    return columns.map { ($0.isReference ? groups[$0.group?.exact] : places[name(of: $0)?.exact]) ?? 0 }
  }

  private func name(of column: Curve.Column) -> String? {
    let parts = [column.curve, column.group].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(by: " · ")
  }

  func series(_ column: Curve.Column, at place: Int) -> Series {
    // A metric is measured once an epoch, and joined by lines as logs are.
    if column.quantity == .metric, options.curve != .step {
      return Series(
        name: name(of: column), values: column.values, style: curve.stepsPerEpoch > 1 ? .step : .line,
        paletteIndex: place)
    }
    guard options.curve == .auto else {
      return Series(
        name: name(of: column), values: column.values, style: options.curve == .step ? .step : .line,
        paletteIndex: place)
    }
    let phases = column.phases
    var pieces: [Series.Piece] = []
    for (index, phase) in phases.enumerated() {
      let end = index + 1 < phases.count ? phases[index + 1].start : curve.rowCount
      guard phase.start < end else { continue }
      if phase.motion == .jumps {
        pieces.append(Series.Piece(phase.start..<end, .step))
      } else {
        pieces += Motions.pieces(of: column.values, phase.start..<end, moves: phase.motion == .moves)
      }
    }
    return Series(
      name: name(of: column), values: column.values, style: pieces.first?.style ?? .line, pieces: pieces,
      paletteIndex: place)
  }

  /// The phases of the one curve; those of several would be a thicket.
  private var boundaries: [Boundary] {
    guard !curve.isComparison, let phases = curve.columns.first?.phases, phases.count > 1 else { return [] }
    let resumed = resumePoints.map(\.row)
    return phases.filter { !resumed.contains($0.start) }.map { Boundary(at: Double($0.start), label: $0.label) }
  }

  /// The panel of the rates.
  var rates: Panel { panels(1)[0] }
}
