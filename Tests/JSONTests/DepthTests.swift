import Diagnostics
import Foundation
import JSON
import Testing

@Suite struct DepthTests {
  private func nested(_ open: String, _ core: String, _ close: String, _ depth: Int) -> String {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  @Test(arguments: [("[", "", "]"), ("{\"a\":", "1", "}"), ("[1,", "2", "]"), ("[ ", "\"x\"", " ]")])
  func `512 levels are read, and not one more`(open: String, core: String, close: String) throws {
    let deepest = try read(nested(open, core, close, 512))
    #expect(deepest.duplicateKeys.isEmpty)
    let error = try #require(throws: Diagnostic.self) { try read(nested(open, core, close, 513)) }
    #expect(error.message == "nested deeper than 512")
    #expect(error.range?.lower == 512 * open.utf8.count)
  }

  @Test func `closed levels do not count`() throws {
    #expect(throws: Never.self) { try read("[" + String(repeating: "[[]],{\"a\":{}},", count: 2000) + "1]") }
  }

  @Test(arguments: ["[", "{\"\":", "[{\"\":"])
  func `open brackets without end are refused`(piece: String) {
    for count in [511, 512, 513, 50_000, 100_000] {
      let error = #expect(throws: Diagnostic.self) { try read(String(repeating: piece, count: count)) }
      #expect(error?.code == .json)
    }
  }

  @Test func `the small stack of a secondary thread is enough`() {
    let deepest = nested("[{\"a\":", "1", "}]", 256)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let value = try? read(deepest)
      #expect(value?.duplicateKeys.isEmpty == true)
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
  }
}
