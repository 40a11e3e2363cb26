package import Text
import XML

/// Many small pictures of one look, group by group: what is seen at a glance is the shapes.
package struct Sheet: Sendable {
  /// One schedule: its curves, what it is called, and how long it is.
  package struct Card: Sendable {
    package var title: String
    /// The curves; of the panel's notes and ends nothing is drawn.
    package var panel: Panel
    package var rowCount: Int
    /// The length in words: “300k steps”.
    package var length: String
    /// Places along the axis at which a hairline stands, from 0 to 1.
    package var marks: [Double] = []

    package init(title: String, panel: Panel, rowCount: Int, length: String) {
      self.title = title
      self.panel = panel
      self.rowCount = rowCount
      self.length = length
    }
  }

  /// The schedules of a folder.
  package struct Group: Sendable {
    package var title: String?
    package var cards: [Card]

    package init(title: String?, cards: [Card]) {
      self.title = title
      self.cards = cards
    }
  }

  package var title: String?
  package var groups: [Group]
  package var width: Int
  package var theme: Theme
  package var background: Background
  package var idPrefix: String

  package init(
    title: String? = nil, groups: [Group], width: Int = 988, theme: Theme = .auto, background: Background = .auto,
    idPrefix: String = "sheet"
  ) {
    self.title = title
    self.groups = groups
    self.width = width
    self.theme = theme
    self.background = background
    self.idPrefix = idPrefix
  }

  /// The sheet as the bytes of an SVG document.
  package func draw() -> Bytes {
    let drawing = SheetDrawing(of: self)
    return Writer.document { drawing.draw(with: &$0) }
  }

  /// A whole number as people say it: 300k, 1.2M.
  package static func count(_ number: Int) -> String { Count.text(number, of: number) }
}
