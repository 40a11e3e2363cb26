/// Font sizes and distances, smaller in a small picture.
struct TypeSizes: Sendable, Equatable {
  let title: Double
  let axis: Double
  let name: Double
  let boundary: Double
  let padding: Double
  let titleLines: Int
  /// Whether there is room only for what cannot be done without.
  let isTiny: Bool

  /// The sizes for a picture of some pixels, drawn so many times as large as usual; all are in units of that scale.
  init(width: Double, height: Double, scale: Double = 1) {
    let isSmall = width < 440 || height < 260
    // A picture that is drawn twice as large has letters twice as large as it would have had.
    let isSmallAtFirst = width * scale < 440 || height * scale < 260
    title = isSmallAtFirst ? 13 : 16
    axis = isSmallAtFirst ? 10 : 11
    name = isSmallAtFirst ? 10 : 12
    boundary = isSmallAtFirst ? 9 : 10
    isTiny = height < 150
    padding = isTiny ? 8 : isSmall ? 10 : 18
    titleLines = height < 260 ? 1 : 2
  }

  var titleLineHeight: Double { title * 1.25 }
  var nameLineHeight: Double { name * 1.3 }
  /// The upper half of the highest label, in place of a header.
  var headroom: Double { 7 }
  /// The strip above a panel that holds its title.
  var header: Double { axis + 16 }
  var footerLineHeight: Double { boundary * 1.3 }
  var boundaryRow: Double { boundary + 4 }
  var panelGap: Double { 11 }
  /// Tick marks and their labels.
  var stepLabels: Double { axis + 8 }
  var stepTitle: Double { axis + 5 }
}
