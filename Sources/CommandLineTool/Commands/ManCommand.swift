/// `lrplot man`: the manual page, for `man -l -` or a package.
enum ManCommand {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    try Command.refuse(line.operands.first, of: line.line, hint: "\(line.command?.text ?? "it") takes no argument")
    try world.print(ManualPage.text)
    return .done
  }
}
