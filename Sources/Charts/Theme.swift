/// Which colours a picture carries.
package enum Theme: Sendable, Equatable {
  /// Light ones, and dark ones for a page that prefers them.
  case auto
  case light, dark
}

/// What is painted under everything.
package enum Background: Sendable, Equatable {
  /// The theme's own.
  case auto
  case none
  /// A CSS colour; one that is not written in letters, digits and `#(),.%` alone is taken as `auto`.
  case colour(String)
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
  var series: [String]

  static let light = Colours(
    background: "#ffffff", strong: "#1f2328", quiet: "#59636e", grid: "#e7eaee", axis: "#8c959f",
    boundary: "#c4cbd3", series: Palette.light)

  static let dark = Colours(
    background: "#0d1117", strong: "#e6edf3", quiet: "#9198a1", grid: "#21262d", axis: "#6e7681",
    boundary: "#3d444d", series: Palette.dark)
}

/// What theme and background come to: the colours of the attributes, and those of dark pages if there is a choice.
///
/// A class, as the layout is, for all marks have it in common.
final class Look: Sendable {
  let colours: Colours
  let darkColours: Colours?

  init(theme: Theme, background: Background) {
    var light = Colours.light
    var dark = Colours.dark
    var theme = theme
    switch background {
    case .auto: break
    case .none: (light.background, dark.background) = (nil, nil)
    case .colour(let colour):
      guard let colour = CSSColour(colour) else { break }
      (light.background, dark.background) = (colour.text, colour.text)
      // The paint stays what it is on a dark page, so the ink on it must stay too.
      if theme == .auto { theme = colour.isDark ? .dark : .light }
    }
    colours = theme == .dark ? dark : light
    darkColours = theme == .auto ? dark : nil
  }
}
