/// What updates see: how many samples each, of how many tokens.
///
/// A batch that grows is made of pieces, in each of which it has one size.
package struct Batch: Sendable, Equatable {
  /// Updates of one size.
  private struct Piece: Sendable, Equatable {
    /// The first of them.
    let step: Int
    /// The samples seen before it.
    let samples: Int
    let size: Int
  }

  private var pieces: [Piece]
  package private(set) var tokensPerSample: Int?

  /// A batch of one size.
  package init(size: Int, tokensPerSample: Int? = nil) {
    pieces = [Piece(step: 0, samples: 0, size: size)]
    self.tokensPerSample = tokensPerSample
  }

  /// The same with another number of tokens.
  func counting(tokensPerSample tokens: Int) -> Batch {
    var copy = self
    copy.tokensPerSample = tokens
    return copy
  }

  /// The size, if it is always the same.
  package var constantSize: Int? { pieces.count == 1 ? pieces[0].size : nil }

  /// The samples seen before an update; the largest number there is where they cannot be counted.
  package func samples(before step: Int) -> Int {
    let piece = piece(at: step)
    let (more, tooMany) = (step - piece.step).multipliedReportingOverflow(by: piece.size)
    let (samples, overflow) = piece.samples.addingReportingOverflow(more)
    return tooMany || overflow ? .max : samples
  }

  /// The tokens seen before an update, if a sample has any.
  package func tokens(before step: Int) -> Int? {
    tokensPerSample.map { tokens in
      let (product, overflow) = samples(before: step).multipliedReportingOverflow(by: tokens)
      return overflow ? .max : product
    }
  }

  /// How many samples an update sees.
  package func size(at step: Int) -> Int { piece(at: step).size }

  /// How many updates it takes to see so many samples; the last need not be full.
  package func updates(seeing samples: Double) -> Double {
    let piece = pieces.last { Double($0.samples) <= samples } ?? pieces[0]
    return Double(piece.step) + max(0, (samples - Double(piece.samples)) / Double(piece.size))
  }

  private func piece(at step: Int) -> Piece {
    if pieces.count == 1 { return pieces[0] }
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].step <= step { low = middle } else { high = middle }
    }
    return pieces[low]
  }

  // MARK: Growing

  /// What the threshold of a size counts.
  enum Unit: String, Choice { case step, sample, token }

  /// A batch that has the size of the last threshold that is reached: by updates done, or by what they saw.
  init(_ sizes: [(from: Int, size: Int)], by unit: Unit, tokensPerSample: Int?) {
    self.init(size: sizes.first?.size ?? 1, tokensPerSample: tokensPerSample)
    for (from, size) in sizes.dropFirst() {
      let last = pieces[pieces.count - 1]
      let step: Int
      switch unit {
      case .step: step = from
      case .sample: step = Batch.update(after: last, seeing: from)
      case .token: step = Batch.update(after: last, seeing: Batch.quotient(from, by: tokensPerSample ?? 1))
      }
      grow(to: size, at: step)
    }
  }

  /// Megatron's ramp: `start` samples at first, `increment` more after equal parts of `samples`, and the full size after.
  ///
  /// Source: `RampupBatchsizeNumMicroBatchesCalculator` of megatron-core 0.16.1, with its division.
  init(rampingTo full: Int, from start: Int, by increment: Int, over samples: Int, tokensPerSample: Int?) {
    self.init(size: start, tokensPerSample: tokensPerSample)
    let perIncrement = Double(samples) / Double((full - start) / increment)
    func size(_ seen: Int) -> Int {
      if seen > samples { return full }
      let steps = Int(exactly: (Double(seen) / perIncrement).rounded(.towardZero)) ?? 0
      return min(full, start + steps * increment)
    }
    while let last = pieces.last, last.size < full {
      // To where the next part begins, or just before it, as the quotient is rounded; the rest update by update.
      let next = (Double((last.size - start) / increment) + 1) * perIncrement
      let jump = ((next - Double(last.samples)) / Double(last.size)).rounded(.down) - 1
      var step = last.step + max(1, Int(exactly: jump) ?? 1)
      while step < Batch.lastStep, size(self.samples(before: step)) == last.size { step += 1 }
      guard step < Batch.lastStep else { return }
      grow(to: size(self.samples(before: step)), at: step)
    }
  }

  /// No run is so long, and no sum of what it sees overflows.
  private static let lastStep = 1_000_000_000_000

  private mutating func grow(to size: Int, at step: Int) {
    let piece = Piece(step: step, samples: samples(before: step), size: size)
    // A threshold that is passed already when its turn comes leaves nothing for the one before.
    if pieces[pieces.count - 1].step >= step { pieces.removeLast() }
    pieces.append(piece)
  }

  /// The first update after those of a piece before which so many samples were seen.
  private static func update(after piece: Piece, seeing samples: Int) -> Int {
    let (step, overflow) = piece.step.addingReportingOverflow(quotient(samples - piece.samples, by: piece.size))
    return overflow ? .max : max(piece.step, step)
  }

  private static func quotient(_ number: Int, by divisor: Int) -> Int {
    guard number > 0 else { return 0 }
    return (number - 1) / divisor + 1
  }
}
