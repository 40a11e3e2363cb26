import Foundation
import Synchronization
import Testing
import Text

@testable import CommandLineTool
import System

@Suite struct AtomicFileTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @discardableResult
  private func write(_ text: String, to name: String) throws -> Bool {
    try AtomicFile.write(Pieces(Array(text.utf8)), to: sandbox.path(name))
  }

  @Test func `a file is made, replaced, and leaves nothing beside it`() throws {
    #expect(try write("one", to: "a"))
    #expect(try write("two!", to: "a"))
    #expect(try sandbox.text("a") == "two!")
    #expect(try write("", to: "a"))
    #expect(try sandbox.text("a") == "")
    #expect(try sandbox.names() == ["a"])
  }

  @Test func `the same bytes do not touch it`() throws {
    try write("same", to: "a")
    let before = try sandbox.identity(of: "a")
    #expect(try !write("same", to: "a"))
    #expect(try sandbox.identity(of: "a") == before)
    #expect(try write("SAME", to: "a"))
    #expect(try sandbox.identity(of: "a") != before)
  }

  /// Three pieces, the last of which is given.
  private func pieces(_ last: String) -> Pieces {
    Pieces {
      var left = ["one, ", "two, ", last].map { Bytes($0.utf8) }[...]
      return Pieces.Iterator { left.popFirst() }
    }
  }

  @Test func `a text in pieces is written whole`() throws {
    #expect(try AtomicFile.write(pieces("three"), to: sandbox.path("a")))
    #expect(try sandbox.text("a") == "one, two, three")
    #expect(try sandbox.names() == ["a"])
  }

  @Test(arguments: ["three", ""])
  func `a text in pieces does not touch the file that holds it`(last: String) throws {
    try AtomicFile.write(pieces(last), to: sandbox.path("a"))
    let before = try sandbox.identity(of: "a")
    #expect(try !AtomicFile.write(pieces(last), to: sandbox.path("a")))
    #expect(try sandbox.identity(of: "a") == before)
  }

  @Test(arguments: ["thre", "thref", "three!", "", "One, two, three", "one, two", "one, two, three, four"])
  func `one that differs anywhere takes the file's place`(old: String) throws {
    try sandbox.write(old.first == "t" ? "one, two, " + old : old, to: "a")
    #expect(try AtomicFile.write(pieces("three"), to: sandbox.path("a")))
    #expect(try sandbox.text("a") == "one, two, three")
  }

  @Test func `a reader of the old file goes on reading it`() throws {
    try write("old", to: "a")
    let reader = try #require(FileHandle(forReadingAtPath: sandbox.path("a")))
    try write("new", to: "a")
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try sandbox.text("a") == "new")
  }

  @Test func `a link is followed, and stays one`() throws {
    try sandbox.write("old", to: "d/real")
    try sandbox.link("a", to: "d/real")
    try sandbox.link("b", to: "a")
    #expect(try write("new", to: "b"))
    #expect(try sandbox.text("d/real") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.path("b")) == "a")
    #expect(try sandbox.names() == ["a", "b", "d"])
    #expect(try sandbox.names(in: "d") == ["real"])
  }

  @Test func `a link to nothing yet is followed`() throws {
    try sandbox.link("a", to: "real")
    try write("new", to: "a")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.path("a")) == "real")
  }

  @Test(arguments: [0o600, 0o640, 0o755])
  func `a file keeps its mode`(mode: Int) throws {
    try sandbox.write("old", to: "a")
    try sandbox.setMode(mode, of: "a")
    try write("new", to: "a")
    #expect(try sandbox.mode(of: "a") == mode)
  }

  @Test func `a mode beyond the mask is kept too`() throws {
    try sandbox.write("old", to: "a")
    try sandbox.setMode(0o666, of: "a")
    try write("new", to: "a")
    #expect(try sandbox.mode(of: "a") == 0o666)
  }

  @Test func `a folder is not written over`() throws {
    try sandbox.makeFolder("a")
    #expect(throws: SystemError.isDirectory) { try write("x", to: "a") }
    #expect(throws: SystemError.notFound) { try write("x", to: "nowhere/a") }
    #expect(try sandbox.tree() == [])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `devices are written in place`() throws {
    #expect(try AtomicFile.write(Pieces([1, 2]), to: "/dev/null"))
    #expect(throws: SystemError(number: ENOSPC)) { try AtomicFile.write(Pieces([1, 2]), to: "/dev/full") }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe is written in place`() async throws {
    let path = sandbox.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    async let read = onThread { try? FileHandle(forReadingAtPath: path)?.readToEnd() }
    let isWritten = await onThread { (try? AtomicFile.write(Pieces(Array("through".utf8)), to: path)) == true }
    #expect(isWritten)
    #expect(await read == Data("through".utf8))
    #expect(try sandbox.attributes("pipe")[.type] as? FileAttributeType != .typeRegular)
  }

  @Test func `leftovers of dead processes are removed, those of living ones kept`() throws {
    let (own, dead) = (ProcessInfo.processInfo.processIdentifier, 0x3FFF_FFFF)
    let kept = [
      ".a.svg.\(own).tmp", ".a.svg.1.tmp", ".a.svg.tmp", ".a.svg.x.tmp", ".a.svg.-5.tmp", "a.svg.\(dead).tmp",
      ".swap.\(dead).tmp", ".\(dead).tmp", ".a.svg.\(dead).bak",
    ]
    let removed = [".a.svg.\(dead).tmp", ".other.csv.\(dead).tmp", ".named.\(dead).tmp"]
    for name in kept + removed { try sandbox.write("", to: name) }
    AtomicFile.removeLeftovers(of: [sandbox.path("a.svg"), sandbox.path("named"), sandbox.path("nowhere/b")])
    #expect(try sandbox.names() == kept.sorted())
  }

  @Test func `a leftover of this very process is no obstacle`() throws {
    try sandbox.write("half", to: ".a.\(ProcessInfo.processInfo.processIdentifier).tmp")
    try write("whole", to: "a")
    #expect(try sandbox.text("a") == "whole")
  }

  @Test func `folders are made with those above them`() throws {
    try AtomicFile.makeFolders(sandbox.path("a/b//c"))
    try AtomicFile.makeFolders(sandbox.path("a/b/c"))
    #expect(sandbox.exists("a/b/c"))
    try AtomicFile.makeFolders("/")
    try AtomicFile.makeFolders("")
  }
}
