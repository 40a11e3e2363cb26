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

  @Test func `names are compared as they are folded`() {
    let names = [
      "T_max", "tmax", "t-max_", "t-mix", "", "_-", "tma", "@", "`", "Ä", "ä", "[x", "{X", "a name that is long",
    ]
    for one in names {
      for other in names + [one.lowercased(), one.uppercased()] {
        #expect(one.isFolded(equalTo: other) == (one.folded == other.folded), "\(one) \(other)")
      }
    }
  }
}
