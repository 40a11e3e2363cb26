import XML
import Text

/// The rules that repeat the attributes, and those that replace them on dark pages.
///
/// Everything is literal: where `var()` is not known some readers paint black, and one drops the whole sheet. Rules are
/// bound to the picture's id, because a style sheet inside a page is the page's.
struct Stylesheet {
  let look: Look
  let identifier: String
  /// The curves' looks, one for each place in the palette.
  let lines: [LineLook]
  /// The places of those whose names are written in their colour.
  let namedPlaces: [Int]
  /// The picture's height, in pixels.
  let height: Double

  /// Writes the sheet as the text of an element.
  func write(to writer: inout Writer) {
    writer.characters(literal: "\n#")
    writer.characters(identifier)
    writer.characters(literal: "{font-variant-numeric:tabular-nums}\n")
    // CairoSVG takes the `height:auto` of the root for its height, and would draw nothing. Inside a page, where that
    // `auto` matters, the picture is not the root.
    writer.characters(literal: "#")
    writer.characters(identifier)
    writer.characters(literal: ":root{height:")
    writer.number { $0.append(integer: Int(exactly: height) ?? 0) }
    writer.characters(literal: "px!important}\n")
    write(look.colours, to: &writer)
    guard let dark = look.darkColours else { return }
    // Readers that do not know `light-dark()` pass over the block, and those that do ask the page.
    writer.characters(
      literal: look.followsPage
        ? "@supports (color:light-dark(#000,#fff)){\n" : "@media (prefers-color-scheme:dark){\n")
    write(dark, besides: look.colours, to: &writer)
    writer.characters(literal: "}\n")
  }

  /// Writes the rules of a set of colours, without those that another set has said already.
  private func write(_ colours: Colours, besides said: Colours? = nil, to writer: inout Writer) {
    let start = "#\(identifier) ."
    func rule(
      _ name: StaticString, _ property: StaticString, _ colour: String?, _ said: String?, number: Int? = nil,
      to writer: inout Writer
    ) {
      guard let colour, colour != said else { return }
      writer.characters(start)
      writer.characters(literal: name)
      if let number { writer.number { $0.append(integer: number) } }
      writer.characters(literal: property)
      if let said, look.followsPage {
        writer.characters(literal: "light-dark(")
        writer.characters(said)
        writer.characters(literal: ",")
        writer.characters(colour)
        writer.characters(literal: ")}\n")
      } else {
        writer.characters(colour)
        writer.characters(literal: "}\n")
      }
    }
    rule("background", "{fill:", colours.background, said?.background, to: &writer)
    if said != nil, look.followsPage {
      writer.characters(start)
      writer.characters(literal: "strong{fill:currentColor}\n")
    } else {
      rule("strong", "{fill:", colours.strong, said?.strong, to: &writer)
    }
    rule("quiet", "{fill:", colours.quiet, said?.quiet, to: &writer)
    rule("grid", "{stroke:", colours.grid, said?.grid, to: &writer)
    rule("axis", "{stroke:", colours.axis, said?.axis, to: &writer)
    rule("boundary", "{stroke:", colours.boundary, said?.boundary, to: &writer)
    for line in lines {
      rule("s", "{stroke:", colours.stroke(line), said?.stroke(line), number: line.place, to: &writer)
      guard namedPlaces.contains(line.place) else { continue }
      rule("n", "{fill:", colours.stroke(line), said?.stroke(line), number: line.place, to: &writer)
    }
  }
}
