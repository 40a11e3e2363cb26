/// The colours of series: four of Okabe and Ito's that keep 3 : 1 on white and on dark, then the same with dashes.
///
/// Four, because no fifth stays apart from them for every kind of colour blindness on both backgrounds.
enum Palette {
  static let light = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"]
  /// The blue is lighter than Okabe and Ito's, which on dark has 3.7 : 1 only; now all have 4.5 : 1 and more.
  static let dark = ["#3394D6", "#D55E00", "#009E73", "#CC79A7"]
  static let size = 4

  /// The dash patterns of the second four, third four, …; round line ends add the line's width to every dash.
  private static let dashes = [nil, "5 5", "0 4", "9 4 0 4"]

  /// The place among the colours.
  static func colour(_ index: Int) -> Int { Int(index.magnitude % UInt(size)) }

  /// The dash pattern, `nil` for a solid line.
  static func dash(_ index: Int) -> String? { dashes[Int(index.magnitude / UInt(size) % UInt(dashes.count))] }
}
