/// What commands that work on many files take from a line.
extension ParsedLine {
  /// Throws when no file is named, or one without a name.
  func requireFiles(_ message: String, hint: String) throws(Failure) {
    guard !operands.isEmpty else { throw Failure.usage(message, hint: hint) }
    guard let empty = operands.first(where: { $0.text.isEmpty }) else { return }
    throw line.failure("an empty name is not a file", at: empty.range)
  }

  /// How many files are worked on at once.
  func jobs(in world: World) throws(Failure) -> Int {
    guard let argument = value(of: .jobs) else { return world.jobs }
    guard let jobs = Int(argument.text), jobs >= 1, jobs <= 1024 else {
      throw line.failure("“--jobs” is a number from 1 to 1024", at: argument.range)
    }
    return jobs
  }
}
