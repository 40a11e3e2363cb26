import Foundation
import Testing
import Text

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("schedules/a-b_c.json", "schedules/a-b_c.json"), ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#),
    ("$(rm *)", "'$(rm *)'"), ("~", "'~'"), ("größe", "'größe'"), ("a\nb", #""$(printf 'a\012b')""#),
    ("it's\u{1B}\\", #""$(printf 'it\047s\033\134')""#), ("\u{202E}a", #""$(printf '\342\200\256a')""#),
    ("-\t%!", #""$(printf '\055\011\045\041')""#), ("a\n\n", "\"$(printf 'a')\"'\n\n'"), ("\n", "'\n'"),
    ("=ls", "'=ls'"), ("##[x]", "'##''[x]'"), ("x'\u{301}", "'x'\\''\u{301}'"),
    ("\u{10FF7F}a", #""$(printf '\377a')""#),
  ])
  func `a word is quoted where a shell would take it apart`(text: String, word: String) {
    #expect(text.shellQuoted == word)
  }

  @Test(arguments: [
    (["a", "b c"], "a 'b c'"), (["-a", "b"], "-- -a b"), (["-"], "-"), ([], ""),
  ])
  func `operands are not taken for options`(paths: [String], words: String) {
    #expect(paths.shellOperands == words)
  }

  /// The shells that are there; dash is what `sh` is on Debian.
  private static let shells = ["/bin/bash", "/bin/dash", "/bin/sh", "/bin/zsh", "/usr/bin/zsh"]
    .filter { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    arguments: shells,
    [
      "", "a b", "it's", "$HOME `x` \"y\" \\ !", "a\nb\tc", "\u{1}\u{7F}\u{85}\u{202E}'\\", "ü*?[]{}~#&|;<>()",
      "x'\u{200D};echo PWNED #", "x'\u{301};echo PWNED #", "\u{600}';echo PWNED #", "a\t'; echo PWNED #", "'", "''",
      "\\'; echo PWNED #\u{1}", "%s%n\u{1}%%", "-n\u{1}", "a\n", "\n\n", "\u{1}\n", "##[stop-commands]x", "=ls",
      "!!\u{1}!!",
      "\u{10FF7F}\u{10FF00}'\u{10FF41}", "\u{FEFF}'\u{FEFF}", "é\u{301}", "\u{1}$(echo PWNED)`echo PWNED`\"",
    ])
  func `a shell reads it back`(shell: String, text: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = ["-c", "printf %s \(text.shellQuoted)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(Bytes(output) == PathText.encode(text), "\(text.shellQuoted)")
  }
}
