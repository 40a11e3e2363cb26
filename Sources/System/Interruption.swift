#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Holds back the signals that end a program from outside, until what has been begun is whole.
///
/// Threads that are made in the meantime hold them back, too. Once released, a signal that has come takes effect.
package struct Interruption {
  private var before = sigset_t()

  package init() {
    var ending = Interruption.ending
    pthread_sigmask(SIG_BLOCK, &ending, &before)
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static var ending: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    return set
  }

  /// Those of them that are not ignored, as `nohup` has it with one.
  static var obeyed: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals {
      // What was there before is put back at once.
      let before = signal(number, SIG_DFL)
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      } else {
        sigaddset(&set, number)
      }
    }
    return set
  }

  package func release() {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
