import Testing

@testable import CommandLineTool

@Suite struct SearchTextTests {
  private let text = SearchText(
    "Warms up by a number t, in one-cycle (arXiv:1708.07120); num_warmup_steps\nCosineAnnealingLR")

  @Test(arguments: ["warmsup", "onecycle", "cycle", "1708.07120", "warmup", "annealing", "numbert", "", "lr"])
  func `finds within a word, and from the start of one on`(word: String) { #expect(text.contains(word)) }

  @Test(arguments: ["bert", "msup", "zigzag", "lrx"])
  func `does not find what only neighbours make`(word: String) { #expect(!text.contains(word)) }
}
