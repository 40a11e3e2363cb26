/// Where a panel stands in a text, and what its value axis spans.
struct PreviewPanel {
  let panel: Panel
  let range: ValueRange
  /// The lines of its plot.
  let height: Int
  let looks: [DotLook]
  /// The first line of its plot.
  var top = 0

  /// Chooses a height of at most some lines at which every tick stands in the middle of a line, if there is one.
  init(of panel: Panel, extent: Extent, height most: Int, on terminal: Terminal) {
    self.panel = panel
    let heights = stride(from: most, through: max(3, most * 2 / 3), by: -1).map { height in
      (height: height, range: ValueRange(of: panel, extent: extent, height: Double(height) * PreviewLayout.sign.height))
    }
    let best = heights.first { Self.isEven($0.range, height: $0.height) } ?? heights[0]
    (height, range) = (best.height, best.range)
    let coincidence = Coincidence(in: panel.series)
    looks = panel.series.indices.map { DotLook(of: panel, at: $0, besides: coincidence, on: terminal) }
  }

  /// Whether the ticks stand in whole lines of a plot.
  private static func isEven(_ range: ValueRange, height: Int) -> Bool {
    let scale = range.scale(PixelRange(start: 0, end: Double(height - 1)))
    let places = range.ticks.all.map { scale.position(of: $0.value) }
    return places.allSatisfy { abs($0 - $0.rounded()) < 1e-6 }
      && zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 0.5 }
  }

  /// Where values stand among the dots of the plot, in the middles of its first and last lines at the ends.
  func scale(_ grain: DotCanvas.Grain) -> ValueScale {
    range.scale(
      PixelRange(start: Double((height - 1) * grain.height + grain.middle), end: Double(grain.middle)))
  }

  /// Whether a value is on the axis.
  func shows(_ value: Double, on scale: ValueScale) -> Bool {
    !range.isCropped || (-1e-9...1 + 1e-9).contains(scale.fraction(of: value))
  }

  /// The labels of the ticks, each with its line in the plot.
  func labels(_ grain: DotCanvas.Grain) -> [(line: Int, text: String)] {
    range.ticks.labels(on: scale(grain), apart: Double(grain.height)).map {
      (Self.line(of: $0.y, grain), $0.text)
    }
  }

  /// The line in which a place among the dots is.
  static func line(of y: Double, _ grain: DotCanvas.Grain) -> Int {
    (Int(exactly: y.rounded()) ?? 0) / grain.height
  }
}
