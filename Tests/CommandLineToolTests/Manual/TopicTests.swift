import Schedules
import Testing

@testable import CommandLineTool

@Suite struct TopicTests {
  @Test(arguments: Topic.all.map(\.name))
  func `a topic has a page, and is unknown command or kind`(name: String) throws {
    let ended = try TestWorld().run("help", name)
    #expect(ended.status == 0 && ended.output.count > 200 && ended.error == "")
    #expect(Command.named(name) == nil && Catalogue.kind(named: name) == nil && Catalogue.family(named: name) == nil)
    #expect(Manual.overview.contains("lrplot help \(name)"))
  }

  @Test func `every report for machines is named`() throws {
    let page = try TestWorld().run("help", "reports").output
    for command in Command.all where command.details.contains("\"schema\"") {
      #expect(page.contains("  \(command.name)"))
    }
  }

  @Test(arguments: Catalogue.families.map(\.name))
  func `a family has a page with its kinds`(name: String) throws {
    guard Catalogue.kind(named: name) == nil else { return }
    let page = try TestWorld().run("help", name).output
    let family = try #require(Catalogue.family(named: name))
    for kind in family.kinds { #expect(page.contains(kind.typedName)) }
  }
}
