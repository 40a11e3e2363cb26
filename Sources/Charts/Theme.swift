/// Which colours a picture carries.
package enum Theme: String, CaseIterable, Sendable {
  /// Light ones, and dark ones for a page that prefers them.
  case auto
  case light, dark
  /// Those of the page that the picture stands in.
  case page
  /// Greys and dashes on white.
  case print
}

/// What is painted under everything.
package enum Background: Sendable, Equatable {
  /// The theme's own.
  case auto
  case none
  case colour(CSSColour)

  /// `auto`, `none`, the name that CSS has for a colour, or its digits.
  package init?(_ text: String) {
    switch text {
    case "auto": self = .auto
    case "none": self = .none
    default:
      guard let colour = CSSColour(text) else { return nil }
      self = .colour(colour)
    }
  }
}

/// One set of colours.
struct Colours: Equatable, Sendable {
  var background: String?
  /// Title and names.
  var strong: String
  /// Everything that should be read second.
  var quiet: String
  var grid: String
  var axis: String
  var boundary: String
  var palette: Palette

  static let light = Colours(
    background: "#ffffff", strong: "#1f2328", quiet: "#59636e", grid: "#e7eaee", axis: "#8c959f",
    boundary: "#c4cbd3", palette: .light)

  static let dark = Colours(
    background: "#0d1117", strong: "#e6edf3", quiet: "#9198a1", grid: "#21262d", axis: "#6e7681",
    boundary: "#3d444d", palette: .dark)

  static let print = Colours(
    background: "#ffffff", strong: "#000000", quiet: "#404040", grid: "#dddddd", axis: "#606060",
    boundary: "#a0a0a0", palette: .print)
}

/// What theme and background come to: the colours of the attributes, and those of dark pages if there is a choice.
///
/// A class, like the layout, because all marks share it.
final class Look: Sendable {
  let colours: Colours
  let darkColours: Colours?
  /// Whether the page says which of both holds, and what colour its text has.
  let followsPage: Bool

  init(theme: Theme, background: Background) {
    var light = theme == .print ? Colours.print : .light
    var dark = Colours.dark
    var theme = theme
    if theme == .page { (light.background, dark.background) = (nil, nil) }
    switch background {
    case .auto: break
    case .none: (light.background, dark.background) = (nil, nil)
    case .colour(let colour):
      (light.background, dark.background) = (colour.text, colour.text)
      // The paint stays what it is on a dark page, so the ink on it must stay too.
      if theme == .auto || theme == .page { theme = colour.isDark ? .dark : .light }
    }
    colours = theme == .dark ? dark : light
    darkColours = theme == .auto || theme == .page ? dark : nil
    followsPage = theme == .page
  }
}
