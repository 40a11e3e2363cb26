import Diagnostics
import JSON
import Testing
import Text

@testable import Schedules

/// Lint, explain and the command line find out what a parameter is for by its role.
@Suite struct RoleTests {
  private func length(_ kind: Kind, _ members: [Member]) -> Double? {
    var reading = Reading()
    let fields = Fields(members, of: kind.name, namedAt: SourceRange(0, 0))
    guard let scheduler = kind.declaration.scheduler(from: fields, &reading), reading.problems.isEmpty else {
      return nil
    }
    return scheduler.length
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `every parameter that is the kind's length, or a part of it, has a role`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let members = kind.exampleMembers
    guard let own = length(kind, members) else { return }
    for (index, member) in members.enumerated() {
      guard case .number(let number) = member.value.content, number.value >= 1 else { continue }
      var longer = members
      let value = Value.number(number.value + 8)
      longer[index] = Member(key: member.key, at: member.keyRange, value: value)
      guard let other = length(kind, longer), other == own + 8 else { continue }
      let parameter = kind.declaration.parameters.first { $0.name == member.key }
      #expect(parameter?.role != nil, "\(name): \(member.key)")
    }
  }

  @Test func `a name has one role in a kind, and a length is said once`() {
    for kind in Catalogue.kinds {
      let lengths = kind.declaration.parameters.filter { $0.role == .length }
      #expect(lengths.count <= 2, "\(kind.fullName): \(lengths.map(\.name))")
    }
  }
}
