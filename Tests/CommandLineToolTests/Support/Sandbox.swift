import Foundation
import Testing

@testable import CommandLineTool

/// A fresh folder of a test's own, gone with the last reference to it.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lrplot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Without links in it, as the system itself would call it.
    path = folder.resolvingSymlinksInPath().path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try makeFolder(Path.folder(of: path(name)))
    // In place, as a shell does it; a link is followed.
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: destination)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The names in a folder, hidden ones too, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Every file below a folder, as paths relative to it, sorted.
  func tree(_ name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(name)).filter { below in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path(name))/\(below)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  func attributes(_ name: String) throws -> [FileAttributeKey: Any] {
    try FileManager.default.attributesOfItem(atPath: path(name))
  }

  func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  func mode(of name: String) throws -> Int {
    try #require(try attributes(name)[.posixPermissions] as? Int)
  }

  /// What changes when a file is written again: its number and the time of its last change.
  func identity(of name: String) throws -> [String] {
    let attributes = try attributes(name)
    return [attributes[.systemFileNumber], attributes[.modificationDate]].map { String(describing: $0) }
  }
}
