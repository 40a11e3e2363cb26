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

  /// - Parameter factor: what the coordinates of the path are multiplied by.
  init(
    of series: Series, along axis: StepScale, on scale: ValueScale, height: Double, scaledBy factor: Double = 1,
    isCropped: Bool = false
  ) {
    let columns = Self.columns(rows: axis.visible(of: series.values.count), axis: axis, height: height)
    let selection = Selection(of: series.values, above: scale.lowerLimit, columns: columns, along: axis)
    // A tenth of a pixel is enough where there are many points; few ones may be looked at closely.
    var pen = Pen(
      places: selection.indices.count <= 256 ? 2 : 1, scale: factor, capacity: selection.indices.count * 6)
    var styles = StyleCursor(of: series)
    var cut = Cut(along: scale.pixels)
    for index in selection.indices {
      guard index >= 0 else {
        pen.lift()
        cut.lift()
        continue
      }
      let fraction = isCropped ? scale.fraction(of: series.values[index]) : 0
      let (x, style) = (axis.position(of: Double(index)), styles.style(at: index))
      let point = Cut.Point(
        x: x,
        y: isCropped
          ? scale.pixels.start + (scale.pixels.end - scale.pixels.start) * fraction
          : scale.position(of: series.values[index]),
        style: style, rowEnd: style == .step ? axis.position(of: Double(index) + 1) : x,
        isExtreme: index == selection.lowest || index == selection.highest)
      if isCropped {
        cut.add(point, to: &pen)
      } else {
        pen.add(x: point.x, y: point.y, style: point.style, rowEnd: point.rowEnd, isExtreme: point.isExtreme)
      }
      if series.isPoints {
        pen.lift()
        cut.lift()
      }
    }
    pen.lift()
    path = pen.path.bytes
    end = pen.end
  }

  /// One column a pixel, but no more than keep any path below 30 KB: a corner takes 8 bytes and the digits of a height.
  static func columns(rows: Range<Int>, axis: StepScale, height: Double) -> Int {
    let digits = height < 1000 ? 3.0 : 5.0
    let pixels = abs(axis.position(of: Double(rows.upperBound)) - axis.position(of: Double(rows.lowerBound)))
    return max(1, Int(exactly: min(pixels, 29_000 / 4 / (8 + digits)).rounded(.down)) ?? 1)
  }
}
