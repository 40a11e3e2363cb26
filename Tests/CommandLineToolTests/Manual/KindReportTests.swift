import Foundation
import Schedules
import Testing

@testable import CommandLineTool

@Suite struct KindReportTests {
  private func kinds(_ words: String...) throws -> [[String: Any]] {
    let ended = try TestWorld().run(["kinds"] + words + ["--format", "json"])
    #expect(ended.status == 0 && ended.error == "")
    let report = try #require(JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(report["schema"] as? String == "lrplot/kinds/1")
    return try #require(report["kinds"] as? [[String: Any]])
  }

  @Test func `every kind is there, with every parameter`() throws {
    let all = try kinds()
    #expect(all.compactMap { $0["name"] as? String } == Catalogue.kinds.map(\.fullName))
    for (kind, told) in zip(Catalogue.kinds, all) {
      let parameters = try #require(told["parameters"] as? [[String: Any]])
      #expect(parameters.compactMap { $0["name"] as? String } == kind.declaration.parameters.map(\.name))
    }
  }

  @Test func `one kind is asked for by its name, a family by its own, some by words`() throws {
    let cosine = try kinds("cosine")
    #expect(cosine.count == 1 && cosine[0]["name"] as? String == "CosineAnnealingLR")
    let parameters = try #require(cosine[0]["parameters"] as? [[String: Any]])
    #expect(parameters[0]["option"] as? String == "--tmax" && parameters[0]["required"] as? Bool == true)
    #expect(parameters[1]["default"] as? String == "0" && parameters[1]["required"] as? Bool == false)
    #expect(try kinds("keras").allSatisfy { $0["family"] as? String == "keras" })
  }
}
