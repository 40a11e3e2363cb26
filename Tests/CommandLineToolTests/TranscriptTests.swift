import Foundation
import Testing

@Suite struct TranscriptTests {
  @Test(arguments: Repository.transcripts)
  func `what the pages show is what happens`(path: String) throws {
    let transcript = Transcript(page: try String(contentsOfFile: path, encoding: .utf8))
    #expect(!transcript.exchanges.isEmpty)
    TranscriptRunner(shell: Shell(world: try TestWorld()), path: path).run(transcript)
  }

  @Test func `there are pages`() {
    #expect(Repository.transcripts.count >= 6)
  }

  @Test func `the README shows what happens`() throws {
    let path = Repository.root.appending(path: "README.md").path(percentEncoded: false)
    let transcript = Transcript(page: try String(contentsOfFile: path, encoding: .utf8))
    #expect(!transcript.exchanges.isEmpty, "README.md has no console block")
    TranscriptRunner(shell: Shell(world: try Repository.world()), path: path).run(transcript)
  }
}
