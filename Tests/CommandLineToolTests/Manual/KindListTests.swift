import Schedules
import Testing

@testable import CommandLineTool

@Suite struct KindListTests {
  @Test(arguments: [
    (["cosine", "restart"], "CosineAnnealingWarmRestarts"), (["one", "cycle"], "OneCycleLR"),
    (["METRIC"], "ReduceLROnPlateau"), (["1708.07120"], "OneCycleLR"), (["eta_min", "mirror"], "CosineAnnealingLR"),
  ])
  func `finds kinds by what is said about them`(words: [String], kind: String) {
    #expect(KindList.search(words).map(\.name).contains(kind))
  }

  @Test func `wants every word`() {
    #expect(KindList.search(["cosine", "zigzag"]).isEmpty)
    #expect(KindList.search([]).count == Catalogue.kinds.count)
  }

  @Test func `a kind is no cousin of itself`() throws {
    let kind = try #require(Catalogue.kind(named: "cosine"))
    #expect(!KindList.cousins(of: kind).contains { $0.fullName == kind.fullName })
  }

  @Test func `lists every kind once, under its family`() {
    let text = KindList.text(of: Catalogue.kinds)
    for family in Catalogue.families { #expect(text.contains(family.title)) }
    for kind in Catalogue.kinds { #expect(text.contains(kind.fullName)) }
    #expect(text.split(separator: "\n").count == Catalogue.families.count + Catalogue.kinds.count)
  }
}
