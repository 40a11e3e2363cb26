import Foundation

/// Does work that waits for tasks or for another process, on a thread of its own.
///
/// Tests run on the threads that tasks run on too: two that wait there would wait for each other for ever.
func onThread<Outcome: Sendable>(_ work: @escaping @Sendable () -> Outcome) async -> Outcome {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}
