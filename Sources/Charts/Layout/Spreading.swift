/// Moves things apart that want to stand in the same place.
enum Spreading {
  /// The places nearest to the wanted ones (least squares) that are `distance` apart and stay within bounds.
  ///
  /// With the distances subtracted the question is an isotonic regression, which pooling neighbours solves exactly.
  /// Where there is not enough room the things are spread evenly, and touch.
  static func spread(_ wanted: [Double], distance: Double, within bounds: ClosedRange<Double>) -> [Double] {
    guard !wanted.isEmpty else { return [] }
    let room = bounds.upperBound - bounds.lowerBound
    let distance = min(distance, room / Double(max(1, wanted.count - 1)))
    let wanted = wanted.map { $0.isFinite ? $0 : bounds.upperBound }
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var pools: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      var pool = (sum: wanted[index] - Double(rank) * distance, count: 1)
      while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
        pool = (pool.sum + last.sum, pool.count + last.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let highest = max(bounds.lowerBound, bounds.upperBound - Double(wanted.count - 1) * distance)
    var result = wanted
    var rank = 0
    for pool in pools {
      let place = max(bounds.lowerBound, min(pool.sum / Double(pool.count), highest))
      for _ in 0..<pool.count {
        result[order[rank]] = place + Double(rank) * distance
        rank += 1
      }
    }
    return result
  }
}
