import Testing

/// The tools of the transcripts, for a runner that accepts everything proves nothing.
@Suite struct ShellTests {
  @Test(arguments: [
    ("a b  c", ["a", "b", "c"]), ("'a b' \"c d\"", ["a b", "c d"]), (#"a\ b"#, ["a b"]),
    (#""a\"b" 'c"d'"#, ["a\"b", "c\"d"]),
    ("a'b'\"c\"", ["abc"]), ("'' x", ["", "x"]), ("a # b", ["a"]), ("a#b", ["a#b"]),
    (#"'{"a": [1]}'"#, [#"{"a": [1]}"#]), ("", []),
  ])
  func `words are split as a shell does`(line: String, words: [String]) {
    #expect(ShellWords.tokens(of: line) == words.map(ShellWords.Token.word))
  }

  @Test func `signs that are not quoted stand alone`() {
    #expect(ShellWords.tokens(of: "a>b") == [.word("a"), .sign(">"), .word("b")])
    #expect(
      ShellWords.tokens(of: "a '>' | c << 'EOF'") == [
        .word("a"), .word(">"), .sign("|"), .word("c"), .sign("<<"), .word("EOF"),
      ])
  }

  @Test(arguments: [
    (["a"], ["a"], true), (["a"], ["b"], false), (["a"], ["a", "b"], false), (["a", "..."], ["a", "b", "c"], true),
    (["...", "c"], ["a", "b", "c"], true), (["...", "b"], ["a", "b", "c"], false), (["..."], [], true),
    (["a[..]d"], ["abcd"], true), (["a[..]d"], ["abce"], false), (["[..]b[..]"], ["abc"], true),
    (["ab[..]ba"], ["aba"], false),
    ([], [], true), ([], ["a"], false), (["a"], [], false),
  ])
  func `patterns match lines`(wanted: [String], actual: [String], isMatch: Bool) {
    #expect(Pattern(lines: wanted).matches(actual) == isMatch)
  }

  @Test func `a page is read block by block`() throws {
    let page = """
      $ not this
      ```console
      $ lrplot a \\
      > b
      out
      ? 2
      $ cat > f <<'EOF'
      $ x
      EOF
      ```
      ```sh
      $ nor this
      ```
      """
    let exchanges = Transcript(page: page).exchanges
    #expect(exchanges.map(\.command) == ["lrplot a b", "cat > f <<'EOF'"])
    #expect(exchanges.map(\.expected) == [["out"], []])
    #expect(exchanges.map(\.status) == [2, 0])
    #expect(exchanges.map(\.body) == [[], ["$ x"]])
    #expect(exchanges.map(\.line) == [3, 7])
  }

  @Test func `files, pipes and here-documents`() throws {
    let shell = Shell(world: try TestWorld())
    _ = try shell.run("cat > a/x <<EOF", body: ["1", "2", "3"])
    _ = try shell.run("printf '4\\n' >> a/x", body: [])
    #expect(try shell.run("cat a/x | head -n 2", body: [])?.output == "1\n2\n")
    #expect(try shell.run("ls a", body: [])?.output == "x\n")
    #expect(try shell.run("swift run -c release lrplot --version", body: [])?.output == "lrplot 0.1.0\n")
    #expect(throws: Shell.Refusal.self) { try shell.run("rm x", body: []) }
  }

  @Test(arguments: ["$ lrplot --version\nlrplot 7", "$ lrplot --version\n...\n? 1", "$ nonsense"])
  func `a page that lies is found out`(block: String) throws {
    let runner = TranscriptRunner(shell: Shell(world: try TestWorld()), path: "page.md")
    let exchange = try #require(Transcript(page: "```console\n\(block)\n```").exchanges.first)
    #expect(runner.problem(with: exchange) != nil)
  }
}
