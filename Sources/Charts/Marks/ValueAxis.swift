import XML

/// The labels of the value axes, their right ends in a line, and the places between those of a logarithmic one.
struct ValueAxis: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let size = layout.sizes.axis
    writer.group(
      ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(size), "text-anchor": "end"]
    ) { writer in
      for panel in layout.panels {
        for label in panel.labels {
          let baseline = PlacedText.baseline(centredOn: label.y, size: size)
          PlacedText(text: label.text, x: panel.plot.left - 8, baseline: baseline).draw(with: &writer)
        }
      }
    }
    if layout.panels.allSatisfy({ $0.range.ticks.minor.isEmpty }) { return }
    writer.group(["class": "axis", "stroke": .text(look.colours.axis)]) { writer in
      for panel in layout.panels {
        for value in panel.range.ticks.minor {
          let y = panel.scale.position(of: value).rounded(.down) + 0.5
          writer.line(from: (panel.plot.left - 4, y), to: (panel.plot.left, y))
        }
      }
    }
  }
}
