import Testing

@testable import Schedules

@Suite struct MersenneTwisterTests {
  @Test func `gives the words that its authors and everybody else print`() {
    var engine = MersenneTwister(seed: 5489)
    let words = (0..<1000).map { _ in engine.next() }
    #expect(Array(words[..<3]) == [3_499_211_612, 581_869_302, 3_890_346_734])
    // Where the state comes round.
    #expect(Array(words[622..<626]) == [2_227_348_307, 4_020_325_887, 4_178_893_912, 610_818_241])
    #expect(words[999] == 1_341_017_984)
  }

  @Test func `seeded again begins again`() {
    var engine = MersenneTwister(seed: 1)
    for _ in 0..<700 { _ = engine.next() }
    engine.seed(0)
    #expect([engine.next(), engine.next(), engine.next()] == [2_357_136_044, 2_546_248_239, 3_071_714_933])
  }
}
