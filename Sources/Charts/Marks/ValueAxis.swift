import SVG

/// The labels of the value axes, their right ends in a line.
struct ValueAxis: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    let size = layout.sizes.axis
    var labels: [Element] = []
    for panel in layout.panels {
      for label in panel.labels {
        let baseline = PlacedText.baseline(centredOn: label.y, size: size)
        labels.append(PlacedText(text: label.text, x: panel.plot.left - 8, baseline: baseline).element)
      }
    }
    guard !labels.isEmpty else { return [] }
    return [
      Element(
        "g",
        [
          "class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(size), "text-anchor": "end",
        ], children: labels)
    ]
  }
}
