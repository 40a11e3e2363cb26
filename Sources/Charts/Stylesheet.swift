import Text

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

  var text: Bytes {
    var text = Bytes()
    text.reserveCapacity(4096)
    text.append("\n#\(identifier){font-variant-numeric:tabular-nums}\n")
    // CairoSVG takes the `height:auto` of the root for its height, and would draw nothing. Inside a page, where that
    // `auto` matters, the picture is not the root.
    text.append("#\(identifier):root{height:\(Int(exactly: height) ?? 0)px!important}\n")
    append(look.colours, to: &text)
    guard let dark = look.darkColours else { return text }
    text.append(literal: "@media (prefers-color-scheme:dark){\n")
    append(dark, besides: look.colours, to: &text)
    text.append(literal: "}\n")
    return text
  }

  /// Adds the rules of a set of colours, without those that another set has said already.
  private func append(_ colours: Colours, besides said: Colours? = nil, to text: inout Bytes) {
    let start = "#\(identifier) ."
    func rule(_ name: StaticString, _ property: StaticString, _ colour: String?, _ said: String?, number: Int? = nil) {
      guard let colour, colour != said else { return }
      text.append(start)
      text.append(literal: name)
      if let number { Decimal.append(number, to: &text) }
      text.append(literal: property)
      text.append(colour)
      text.append(literal: "}\n")
    }
    rule("background", "{fill:", colours.background, said?.background)
    rule("strong", "{fill:", colours.strong, said?.strong)
    rule("quiet", "{fill:", colours.quiet, said?.quiet)
    rule("grid", "{stroke:", colours.grid, said?.grid)
    rule("axis", "{stroke:", colours.axis, said?.axis)
    rule("boundary", "{stroke:", colours.boundary, said?.boundary)
    for (index, colour) in colours.series.prefix(paletteSize).enumerated() {
      rule("s", "{stroke:", colour, said?.series[index], number: index)
    }
  }
}
