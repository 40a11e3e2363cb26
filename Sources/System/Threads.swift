#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Threads that all do the same, besides the one that begins them.
package struct Threads {
  private let all: [Thread]

  /// Begins a number of calls of a function; fewer, where the system has no more threads.
  package init(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    all = (0..<max(0, count)).compactMap { _ in Thread(work) }
  }

  /// Waits until every call has returned.
  package func join() {
    for thread in all { thread.join() }
  }
}

struct Thread: Sendable {
  #if canImport(Glibc)
    private var identifier = pthread_t()
  #else
    nonisolated(unsafe) private var identifier: pthread_t?
  #endif

  /// Begins a call; `nil` when there is no thread to be had.
  init?(_ work: @escaping @Sendable () -> Void) {
    let call = Unmanaged.passRetained(Call(work))
    let result = pthread_create(&identifier, nil, Thread.begin, call.toOpaque())
    if result != 0 {
      call.release()
      return nil
    }
  }

  #if canImport(Darwin)
    private static let begin: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { pointer in
      Unmanaged<Call>.fromOpaque(pointer).takeRetainedValue().work()
      return nil
    }
  #else
    private static let begin: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
      if let pointer { Unmanaged<Call>.fromOpaque(pointer).takeRetainedValue().work() }
      return nil
    }
  #endif

  /// Sends a signal to this thread alone.
  func signal(_ number: Int32) {
    #if canImport(Glibc)
      pthread_kill(identifier, number)
    #else
      if let identifier { pthread_kill(identifier, number) }
    #endif
  }

  func join() {
    #if canImport(Glibc)
      pthread_join(identifier, nil)
    #else
      if let identifier { pthread_join(identifier, nil) }
    #endif
  }

  /// What a thread is to call, in a form that C can hand over.
  private final class Call: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
