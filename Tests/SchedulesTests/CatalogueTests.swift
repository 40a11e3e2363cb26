import Foundation
import Testing
import Text

@testable import Schedules

@Suite struct CatalogueTests {
  private static let kinds = Catalogue.kinds

  /// Kinds that stand in their family's list need no such test.
  @Test func `lists every kind that has a file of its own`() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let sources = tests.deletingLastPathComponent().appending(path: "Sources/Schedules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path()).filter { $0.hasSuffix(".swift") }
    var declared = 0
    for path in paths.sorted() {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      for (start, suffix) in [(" = Kind(", ""), ("static let kinds = forms(", "LR")] {
        for declaration in text.components(separatedBy: start).dropFirst() {
          let name = String(
            try #require(declaration.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first))
          #expect(Self.kinds.contains { $0.name == name + suffix }, "\(path) declares “\(name)”, which no family lists")
          declared += 1
        }
      }
    }
    #expect(declared >= 16)
  }

  @Test func `gives every name to one kind only`() {
    let names = Self.kinds.flatMap { Array(Set([$0.fullName.folded, $0.typedName.folded])) }
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test func `finds every kind by its own names`() {
    for kind in Self.kinds {
      for name in [kind.fullName, kind.typedName, "\(kind.family.name).\(kind.name)"] {
        let found = Catalogue.kind(named: name)
        #expect(found?.name == kind.name && found?.family.name == kind.family.name, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("CosineAnnealingLR", "CosineAnnealingLR"), ("torch.CosineAnnealingLR", "CosineAnnealingLR"),
    ("Torch.cosine", "CosineAnnealingLR"), ("cosine_annealing_lr", "CosineAnnealingLR"),
    ("cosine-annealing-lr", "CosineAnnealingLR"), ("COSINEANNEALINGLR", "CosineAnnealingLR"),
    ("cosine", "CosineAnnealingLR"), ("torch.optim.lr_scheduler.StepLR", "StepLR"),
    ("torch.optim.swa_utils.SWALR", "SWALR"), ("warm-restarts", "CosineAnnealingWarmRestarts"),
    ("warm_restarts", "CosineAnnealingWarmRestarts"), ("WarmRestarts", "CosineAnnealingWarmRestarts"),
    ("onecycle", "OneCycleLR"), ("one-cycle", "OneCycleLR"), ("plateau", "ReduceLROnPlateau"),
  ])
  func `looks names up in every spelling`(name: String, kind: String) {
    #expect(Catalogue.kind(named: name)?.name == kind)
  }

  @Test(arguments: [
    "", "Cosine Annealing", "torch", "torch.", ".StepLR", "jax.StepLR", "StepLR.torch", "kosine", "StepLR ",
    "lr_scheduler.Cosine",
  ])
  func `does not know`(name: String) {
    #expect(Catalogue.kind(named: name) == nil)
  }

  @Test(arguments: [
    ("CosineAnealingLR", "CosineAnnealingLR"), ("kosine", "cosine"), ("ReduceLROnPlato", "ReduceLROnPlateau"),
    ("setp", "step"), ("exponental", "exponential"), ("OneCyleLR", "OneCycleLR"),
    ("optax.cosine_decay", "optax.cosine_decay_schedule"), ("timm.cosin", "timm.CosineLRScheduler"),
  ])
  func `guesses what was meant`(name: String, meant: String) {
    #expect(Catalogue.nearest(to: name) == meant)
  }

  @Test func `does not guess wildly`() {
    #expect(Catalogue.nearest(to: "transmogrify") == nil)
    #expect(Catalogue.nearest(to: "") == nil)
  }
}
