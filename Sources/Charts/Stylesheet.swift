/// The rules that repeat the attributes, and those that replace them on dark pages.
///
/// Everything is literal: where `var()` is not known some readers paint black, and one drops the whole sheet. Rules are
/// bound to the picture's id, because a style sheet inside a page is the page's.
struct Stylesheet {
  let look: Look
  let identifier: String
  /// How many of the palette's colours are in use.
  let paletteSize: Int

  var text: String {
    var lines = ["#\(identifier){font-variant-numeric:tabular-nums}"]
    lines += rules(look.colours)
    if let dark = look.darkColours {
      lines.append("@media (prefers-color-scheme:dark){")
      lines += rules(dark, besides: look.colours)
      lines.append("}")
    }
    return "\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The rules of a set of colours, without those that another set has said already.
  private func rules(_ colours: Colours, besides said: Colours? = nil) -> [String] {
    var result: [String] = []
    func rule(_ name: String, _ property: String, _ colour: String?, _ saidColour: String?) {
      guard let colour, colour != saidColour else { return }
      result.append("#\(identifier) .\(name){\(property):\(colour)}")
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
    return result
  }
}
