/// Where rows stand on the x axis.
struct StepScale: Sendable, Equatable {
  let rowCount: Int
  let pixels: Interval

  func position(of row: Double) -> Double {
    pixels.place(at: row / Double(max(1, rowCount)))
  }
}
