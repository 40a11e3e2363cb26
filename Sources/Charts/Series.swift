/// One curve: value i stands at x = i.
package struct Series: Sendable, Equatable {
  /// How the way from one value to the next is drawn.
  package enum Style: Sendable, Equatable {
    /// A straight line to the next value.
    case line
    /// The value holds until the next one, and the last one until the end of its row.
    case step
  }

  /// How much a curve says beside the others of its panel.
  package enum Weight: Sendable, Equatable {
    case full
    /// What might have been: a thin line.
    case thin
    /// What would have been: thin dots.
    case dotted
  }

  /// Rows that are drawn in a style of their own.
  package struct Piece: Sendable, Equatable {
    package var range: Range<Int>
    package var style: Style

    package init(_ range: Range<Int>, _ style: Style) {
      self.range = range
      self.style = style
    }
  }

  /// What the curve is called beside it; without a name it has no label.
  package var name: String?
  /// The values; one that is not finite is a gap.
  package var values: [Double]
  package var style: Style
  /// In ascending order, without overlaps; between them the series' own style holds.
  package var pieces: [Piece]
  /// Whether it is what the others are compared with: wide and grey, beneath them.
  package var isReference: Bool
  package var weight: Weight
  /// Whether its values are points, which no line joins.
  package var isPoints = false
  /// The place in the palette, where it is not the series' place in its panel: one colour for one thing in all panels.
  package var paletteIndex: Int?
  /// How far it is along a ramp of colours, from 0 to 1, where the series have an order.
  package var ramp: Double?

  package init(
    name: String? = nil, values: [Double], style: Style = .line, pieces: [Piece] = [], isReference: Bool = false,
    weight: Weight = .full, paletteIndex: Int? = nil, ramp: Double? = nil
  ) {
    self.name = name
    self.values = values
    self.style = style
    self.pieces = pieces
    self.isReference = isReference
    self.weight = weight
    self.paletteIndex = paletteIndex
    self.ramp = ramp
  }
}
