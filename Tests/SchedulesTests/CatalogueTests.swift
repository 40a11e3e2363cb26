import Foundation
import Testing
import Text

@testable import Schedules

@Suite struct CatalogueTests {
  private static let kinds = Catalogue.families.flatMap(\.kinds)

  @Test func `lists every kind that is declared`() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let sources = tests.deletingLastPathComponent().appending(path: "Sources/Schedules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path()).filter { $0.hasSuffix(".swift") }
    var declared: [String] = []
    for path in paths.sorted() {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      for declaration in text.components(separatedBy: "static let kind = Kind(").dropFirst() {
        let name = String(
          try #require(declaration.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first))
        #expect(Self.kinds.contains { $0.name == name }, "\(path) declares “\(name)”, which no family lists")
        declared.append(name)
      }
    }
    #expect(declared.sorted() == Self.kinds.map(\.name).sorted())
    #expect(declared.count >= 16)
  }

  @Test func `gives every name to one kind only`() {
    let names = Catalogue.families.flatMap { family, kinds in
      kinds.flatMap { kind in
        // Without a prefix, a framework's own name is understood in the default family only.
        [(family.isDefault ? kind.name : "\(family.name).\(kind.name)").folded, kind.short?.folded].compactMap { $0 }
      }
    }
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test func `finds every kind by its own names`() {
    for (family, kinds) in Catalogue.families {
      for kind in kinds {
        let found = Catalogue.kind(named: "\(family.name).\(kind.name)")
        #expect(found?.name == kind.name && found?.family.name == family.name)
        if let short = kind.short { #expect(Catalogue.kind(named: short)?.name == kind.name) }
        if family.isDefault { #expect(Catalogue.kind(named: kind.name)?.family.name == family.name) }
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
    ("CosineAnealingLR", "CosineAnnealingLR"), ("kosine", "cosine"), ("ReduceOnPlateau", "ReduceLROnPlateau"),
    ("setp", "step"), ("exponental", "exponential"), ("OneCyleLR", "OneCycleLR"),
  ])
  func `guesses what was meant`(name: String, meant: String) {
    #expect(Catalogue.nearest(to: name) == meant)
  }

  @Test func `does not guess wildly`() {
    #expect(Catalogue.nearest(to: "transmogrify") == nil)
    #expect(Catalogue.nearest(to: "") == nil)
  }
}
