/// The rules that repeat the attributes, and those that replace them on dark pages.
///
/// Everything is literal: where `var()` is not known some readers paint black, and one drops the whole sheet. Rules are
/// bound to the picture's id, because a style sheet inside a page is the page's.
struct Stylesheet {
  let look: Look
  let identifier: String
  /// How many of the palette's colours are in use.
  let paletteSize: Int
  /// The picture's height, in pixels.
  let height: Double

  var text: String {
    var text = "\n#\(identifier){font-variant-numeric:tabular-nums}\n"
    // CairoSVG takes the `height:auto` of the root for its height, and would draw nothing. Inside a page, where that
    // `auto` matters, the picture is not the root.
    text += "#\(identifier):root{height:\(Int(exactly: height) ?? 0)px!important}\n"
    append(look.colours, to: &text)
    guard let dark = look.darkColours else { return text }
    text += "@media (prefers-color-scheme:dark){\n"
    append(dark, besides: look.colours, to: &text)
    text += "}\n"
    return text
  }

  /// Adds the rules of a set of colours, without those that another set has said already.
  private func append(_ colours: Colours, besides said: Colours? = nil, to text: inout String) {
    func rule(_ name: String, _ property: String, _ colour: String?, _ saidColour: String?) {
      guard let colour, colour != saidColour else { return }
      for part in ["#", identifier, " .", name, "{", property, ":", colour, "}\n"] { text += part }
    }
    rule("background", "fill", colours.background, said?.background)
    rule("strong", "fill", colours.strong, said?.strong)
    rule("quiet", "fill", colours.quiet, said?.quiet)
    rule("grid", "stroke", colours.grid, said?.grid)
    rule("axis", "stroke", colours.axis, said?.axis)
    rule("boundary", "stroke", colours.boundary, said?.boundary)
    for (index, colour) in colours.series.prefix(paletteSize).enumerated() {
      rule("s\(index)", "stroke", colour, said?.series[index])
    }
  }
}
