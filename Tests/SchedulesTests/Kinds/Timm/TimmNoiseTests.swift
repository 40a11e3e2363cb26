import Testing

@testable import Schedules

@Suite struct TimmNoiseTests {
  private func noise(
    _ range: TimmNoise.Range? = .first(0), type: String = "normal", limit: Double = 0.67, deviation: Double = 1,
    seed: TimmNoise.Seed? = nil
  ) -> TimmNoise {
    TimmNoise(range: range, type: type, limit: limit, deviation: deviation, seed: seed)
  }

  @Test func `is the same at a step of every run`() throws {
    var noise = noise(seed: .integer(42))
    expect(try (0..<4).map { try noise.part(at: $0) ?? 0 }, near: [0.336690, -0.648401, 0.058945, 0.031176])
    #expect(try noise.part(at: 0) == 0.33669036626815796)
    var standard = self.noise()
    #expect(try standard.part(at: 0) == 0.33669036626815796)
  }

  @Test func `of uniform type lies anywhere within the limit`() throws {
    var noise = noise(type: "uniform", limit: 0.5)
    #expect(try noise.part(at: 0) == 2 * (0.8822692632675171 - 0.5) * 0.5)
  }

  @Test(
    arguments: [
      (nil, []), (.first(2), [2, 3, 4, 5]), (.first(2.5), [3, 4, 5]), (.second([1, 4]), [1, 2, 3]),
      (.second([1, 4, 0]), [1, 2, 3]), (.second([4, 1]), []),
    ] as [(TimmNoise.Range?, [Int])])
  func `is there within its range, without the last`(range: TimmNoise.Range?, steps: [Int]) throws {
    var noise = noise(range)
    #expect(try (0..<6).filter { try noise.part(at: $0) != nil } == steps)
  }

  @Test(arguments: [([], 0), ([3], 3)] as [([Double], Int)])
  func `is refused where an end of its range is missing`(ends: [Double], step: Int) throws {
    var noise = noise(.second(ends))
    if step > 0 { #expect(try noise.part(at: step - 1) == nil) }
    #expect(throws: (any Error).self) { try noise.part(at: step) }
  }

  @Test(arguments: [0, -1, 1e-300])
  func `is refused where timm would draw for ever`(limit: Double) {
    var noise = noise(limit: limit)
    #expect(throws: (any Error).self) { try noise.part(at: 1) }
  }

  @Test func `wants an integer for a seed, when it comes to that`() throws {
    var noise = noise(.first(5), seed: .number(1.5))
    #expect(try noise.part(at: 4) == nil)
    #expect(throws: (any Error).self) { try noise.part(at: 5) }
  }
}
