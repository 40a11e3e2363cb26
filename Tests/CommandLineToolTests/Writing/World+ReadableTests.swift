import Testing

@testable import CommandLineTool

@Suite struct WorldReadableTests {
  @Test func `messages and help have plain quotes where the locale is not UTF-8`() throws {
    var world = try TestWorld()
    world.environment["LC_ALL"] = "C"
    let ended = world.run("cosine", "--tmx", "5")
    #expect(ended.error.contains("\"--tmx\"") && ended.error.contains("did you mean \"--tmax\"?"))
    #expect(ended.error.utf8.allSatisfy { $0 < 128 })
    #expect(world.run("help").output.unicodeScalars.allSatisfy { !"“”‘’…".unicodeScalars.contains($0) })
    world.environment["LC_ALL"] = "en_US.UTF-8"
    #expect(world.run("cosine", "--tmx", "5").error.contains("“--tmx”"))
  }
}
