import Foundation
import Testing
import Text

struct ShellWordTests {
  @Test(arguments: [
    ("schedules/a-b_c.json", "schedules/a-b_c.json"), ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#),
    ("$(rm *)", "'$(rm *)'"), ("~", "'~'"), ("größe", "'größe'"), ("a\nb", #"$'a\012b'"#),
    ("it's\u{1B}\\", #"$'it\'s\033\\'"#), ("\u{202E}a", #"$'\342\200\256a'"#),
  ])
  func `A word is quoted where a shell would take it apart`(text: String, word: String) {
    #expect(text.shellQuoted == word)
  }

  @Test(arguments: [
    (["a", "b c"], "a 'b c'"), (["-a", "b"], "-- -a b"), (["-"], "-"), ([], ""),
  ])
  func `Operands are not taken for options`(paths: [String], words: String) {
    #expect(paths.shellOperands == words)
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      "", "a b", "it's", "$HOME `x` \"y\" \\ !", "a\nb\tc", "\u{1}\u{7F}\u{85}\u{202E}'\\", "ü*?[]{}~#&|;<>()",
    ])
  func `A shell reads it back`(text: String) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-c", "printf %s \(text.shellQuoted)"]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(String(decoding: output, as: UTF8.self) == text)
  }
}
