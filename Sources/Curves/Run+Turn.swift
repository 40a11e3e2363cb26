extension Run {
  /// A turn of the metric, whose rows all have its value.
  struct Turn {
    let updates: Int
    private(set) var number = 0
    private var done = 0
    var metric: Double?

    init(updates: Int) { self.updates = updates }

    /// The turn that a run is in which is resumed after so many updates.
    init(updates: Int, after finished: Int) {
      self.updates = updates
      (number, done) = finished.quotientAndRemainder(dividingBy: max(1, updates))
    }

    var isBeginning: Bool { done == 0 }
    /// Whether the present update is its last.
    var isEnding: Bool { done == updates - 1 }

    mutating func endUpdate() {
      done += 1
      if done == updates { (number, done) = (number + 1, 0) }
    }
  }
}
