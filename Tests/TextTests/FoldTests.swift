import Testing
import Text

@Suite struct FoldTests {
  @Test(arguments: [
    ("T_max", "tmax"), ("t-max", "tmax"), ("--tmax", "tmax"), ("CosineAnnealingLR", "cosineannealinglr"), ("", ""),
    ("_-_", ""), ("torch.StepLR", "torch.steplr"), ("Ärger", "Ärger"), ("a b", "a b"), ("@[`{", "@[`{"),
  ])
  func `case, underscores and hyphens do not count`(name: String, expected: String) {
    #expect(name.folded == expected)
    #expect(name.folded.folded == name.folded)
  }
}
