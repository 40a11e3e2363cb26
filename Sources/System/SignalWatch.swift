import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Ends the program on a signal while several threads work: at once, except for files that are being written.
///
/// All threads hold the signals back but one, which does nothing but wait for them.
package struct SignalWatch {
  private let interruption = Interruption()
  private let watcher: Thread?
  private let isOver = Flag()

  private final class Flag: Sendable {
    private let value = Mutex(false)

    var isSet: Bool { value.withLock { $0 } }

    func set() { value.withLock { $0 = true } }
  }

  /// Begins to watch; threads that are made from now on hold the signals back.
  package init(_ gate: WriteGate) {
    let watched = Interruption.obeyed
    let isOver = isOver
    watcher = Thread {
      var set = watched
      // What ends the watch itself.
      sigaddset(&set, SIGUSR1)
      pthread_sigmask(SIG_BLOCK, &set, nil)
      while true {
        var number: Int32 = 0
        guard sigwait(&set, &number) == 0 else { return }
        if number == SIGUSR1 {
          if isOver.isSet { return }
          continue
        }
        gate.close()
        SignalWatch.die(of: number)
      }
    }
  }

  /// Lets a signal have its effect in this thread.
  private static func die(of number: Int32) {
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    kill(getpid(), number)
    // It may take a moment.
    while true { CurrentProcess.sleep(milliseconds: 1000) }
  }

  /// Ends the watch; a signal that came in the meantime takes effect.
  package func end() {
    isOver.set()
    if let watcher {
      watcher.signal(SIGUSR1)
      watcher.join()
    }
    interruption.release()
  }
}
