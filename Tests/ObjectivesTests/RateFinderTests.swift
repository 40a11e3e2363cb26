import Objectives
import Testing

/// fastai's finder on 4x², as its own simulation gives it.
@Suite struct RateFinderTests {
  @Test func `stops and suggests as fastai does`() throws {
    var x = 2.0
    var (rates, losses): ([Double], [Double]) = ([], [])
    for step in 0..<100 {
      rates.append(1e-7 * exponential(Double(step) / 100))
      losses.append(4 * x * x)
      x -= rates[step] * 8 * x
    }
    let finder = try #require(RateFinder(rates: rates, losses: losses))
    #expect(finder.count == 93)
    #expect(abs(finder.last - 2.29) < 0.01)
    #expect(abs((finder.valley ?? 0) - 6.9e-4) < 1e-5)
    #expect(abs((finder.steep ?? 0) - 0.033) < 1e-3)
    #expect(abs((finder.minimum ?? 0) - 0.091) < 1e-3)
  }

  @Test func `suggests nothing where there is too little to see`() throws {
    let finder = try #require(RateFinder(rates: [0.1, 0.2], losses: [1, 2]))
    #expect(finder.count == 2 && finder.valley == nil)
    #expect(RateFinder(rates: [], losses: []) == nil)
  }

  /// 10⁸ to the power of a part.
  private func exponential(_ part: Double) -> Double {
    var (result, base, whole) = (1.0, 1e8, part)
    // Square roots, halving the part: no library is needed.
    for _ in 0..<60 {
      base = base.squareRoot()
      whole *= 2
      if whole >= 1 {
        result *= base
        whole -= 1
      }
    }
    return result
  }
}
