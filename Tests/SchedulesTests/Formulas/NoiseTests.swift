import Testing

@testable import Schedules

@Suite struct NoiseTests {
  @Test func `follows from the step`() {
    #expect(Noise.normal(at: 7) == Noise.normal(at: 7))
    #expect(Noise.normal(at: 7) != Noise.normal(at: 8))
  }

  @Test func `is spread as the normal distribution is`() {
    let numbers = (0..<20_000).map { Noise.normal(at: Double($0)) }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.map { $0 * $0 }.reduce(0, +) / 20_000
    let fourth = numbers.map { $0 * $0 * $0 * $0 }.reduce(0, +) / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
    #expect(abs(fourth - 3) < 0.3)
    let neighbours = zip(numbers, numbers.dropFirst()).map { $0 * $1 }.reduce(0, +) / 20_000
    #expect(abs(neighbours) < 0.03)
  }
}
