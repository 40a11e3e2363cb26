import Text

/// The path of one series: its selected values, joined each in its own style.
struct Trace: Sendable {
  /// The `d` of its path.
  let path: Bytes
  /// Where the curve ends on the right; `nil` when there is nothing to draw.
  let end: Point?

  struct Point: Sendable, Equatable {
    let x: Double
    let y: Double
  }

  init(of series: Series, along axis: StepScale, on scale: any Scale, height: Double) {
    let columns = Self.columns(rows: series.values.count, axis: axis, height: height)
    let selection = Selection(of: series.values, above: scale.lowerLimit, columns: columns)
    // A tenth of a pixel is enough where there are many points; few ones may be looked at closely.
    var pen = Pen(places: selection.indices.count <= 256 ? 2 : 1, capacity: selection.indices.count * 6)
    var styles = StyleCursor(of: series)
    for index in selection.indices {
      guard index >= 0 else {
        pen.lift()
        continue
      }
      pen.add(
        x: axis.position(of: Double(index)), y: scale.position(of: series.values[index]),
        style: styles.style(at: index), rowEnd: axis.position(of: Double(index) + 1),
        isExtreme: index == selection.lowest || index == selection.highest)
    }
    pen.lift()
    path = pen.path.bytes
    end = pen.end
  }

  /// One column a pixel, but no more than keep any path below 30 KB: a corner takes 8 bytes and the digits of a height.
  static func columns(rows: Int, axis: StepScale, height: Double) -> Int {
    let digits = height < 1000 ? 3.0 : 5.0
    let pixels = abs(axis.position(of: Double(rows)) - axis.position(of: 0))
    return max(1, Int(exactly: min(pixels, 29_000 / 4 / (8 + digits)).rounded(.down)) ?? 1)
  }
}
