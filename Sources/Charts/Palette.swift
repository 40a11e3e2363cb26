/// The colours of series.
///
/// Series without an order have four of Okabe and Ito's that keep 3 : 1 on white and on dark, then the same with dashes;
/// four, because no fifth stays apart from them for every kind of colour blindness on both backgrounds. Series in an
/// order have a ramp from a light to a dark colour, so that the order is seen, and the last is seen best. On paper there
/// are greys, and dashes from the second series on.
enum Palette: Sendable, Equatable {
  case light, dark, print

  static let size = 4

  /// The colour of the series at a place, or of one that far along a ramp.
  func stroke(_ place: Int, ramp: Double?) -> String {
    if let ramp { return Self.mix(anchors, at: ramp) }
    switch self {
    case .light: return Self.one(of: ["#0072B2", "#D55E00", "#009E73", "#CC79A7"], place)
    // The blue is lighter than Okabe and Ito's, which on dark has 3.7 : 1 only; now all have 4.5 : 1 and more.
    case .dark: return Self.one(of: ["#3394D6", "#D55E00", "#009E73", "#CC79A7"], place)
    case .print: return Self.one(of: ["#000000", "#5c5c5c", "#8c8c8c"], place / Self.size)
    }
  }

  /// The dash pattern of the series at a place, `nil` for a solid line; round line ends add the line's width to every
  /// dash.
  func dash(_ place: Int) -> String? {
    self == .print
      ? Self.dashes[Self.colour(place)] : Self.dashes[Int(place.magnitude / UInt(Self.size) % UInt(Self.dashes.count))]
  }

  private static let dashes = [nil, "5 5", "0 4", "9 4 0 4"]

  /// The place among the colours.
  static func colour(_ place: Int) -> Int { Int(place.magnitude % UInt(size)) }

  private static func one(of colours: [String], _ place: Int) -> String {
    colours[Int(place.magnitude % UInt(colours.count))]
  }

  /// The colours that a ramp passes, each of 3 : 1 and more with its background, and farther from it than the one before.
  private var anchors: [Int] {
    switch self {
    case .light: [0x3BA36F, 0x25858E, 0x3B528B, 0x440154]
    case .dark: [0x6A5FB5, 0x3F8FB0, 0x35B779, 0xFDE725]
    case .print: [0x909090, 0x000000]
    }
  }

  /// The colour at a part of the way along some others.
  private static func mix(_ anchors: [Int], at part: Double) -> String {
    let place = max(0, min(part.isFinite ? part : 0, 1)) * Double(anchors.count - 1)
    let index = min(Int(exactly: place.rounded(.down)) ?? 0, anchors.count - 2)
    let rest = place - Double(index)
    let (one, next) = (anchors[index], anchors[index + 1])
    return [16, 8, 0].reduce("#") { text, shift in
      let (from, to) = (Double(one >> shift & 0xFF), Double(next >> shift & 0xFF))
      let channel = Int(exactly: (from + (to - from) * rest).rounded()) ?? 0
      return text + (channel < 16 ? "0" : "") + String(channel, radix: 16)
    }
  }
}
