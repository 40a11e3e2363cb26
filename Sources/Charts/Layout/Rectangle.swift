/// A part of the picture.
struct Rectangle: Sendable, Equatable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func grown(by distance: Double) -> Rectangle {
    Rectangle(left: left - distance, top: top - distance, right: right + distance, bottom: bottom + distance)
  }

  func isInside(_ other: Rectangle) -> Bool {
    left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
  }
}
