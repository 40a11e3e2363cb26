import Text

/// A line on a terminal that says how far a batch has got, once it takes long.
struct BatchProgress {
  /// Seconds before the first is shown, and between two.
  private static let patience = 0.5
  private static let interval = 0.1

  private let total: Int
  private let world: World
  private let isWanted: Bool
  private let begin: Double
  private var next: Double
  private var done = 0
  private var isShown = false

  init(of total: Int, isWanted: Bool, in world: World) {
    self.total = total
    self.world = world
    self.isWanted = isWanted && world.errorIsTerminal && world.environment("TERM") != "dumb" && total > 1
    begin = self.isWanted ? world.uptime() : 0
    next = begin + Self.patience
  }

  /// One more is done.
  mutating func advance() {
    guard isWanted else { return }
    done += 1
    let now = world.uptime()
    guard now >= next else { return }
    next = now + Self.interval
    isShown = true
    world.writeError(Bytes("\r\(done) of \(total)".utf8))
  }

  /// Takes the line away, before something else is printed and at the end.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    world.writeError(Bytes("\r\u{1B}[K".utf8))
  }
}
