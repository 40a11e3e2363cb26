import Testing

@testable import Schedules

@Suite struct BatchTests {
  /// Ramps and what they had seen before every seventh update, by `RampupBatchsizeNumMicroBatchesCalculator` of
  /// megatron-core 0.16.1.
  @Test(arguments: [
    (54, 30, 8, 160, [0, 290, 668, 1046, 1424, 1802, 2180, 2558, 2936]),
    (10, 1, 1, 4097, [0, 7, 14, 21, 28, 35, 42, 49, 56]),
    (56, 8, 48, 160, [0, 56, 112, 216, 608, 1000, 1392, 1784, 2176]),
    (37, 30, 1, 160, [0, 236, 495, 754, 1013, 1272, 1531, 1790, 2049]),
    (38, 30, 4, 160, [0, 230, 496, 762, 1028, 1294, 1560, 1826, 2092]),
    (104, 8, 48, 777, [0, 56, 112, 168, 224, 280, 336, 392, 784]),
    (17, 8, 1, 4097, [0, 56, 112, 168, 224, 280, 336, 392, 448]),
    (80, 8, 8, 160, [0, 144, 696, 1256, 1816, 2376, 2936, 3496, 4056]),
    (224, 32, 48, 160, [0, 992, 2560, 4128, 5696, 7264, 8832, 10400, 11968]),
  ])
  func `grows as Megatron’s does`(full: Int, start: Int, increment: Int, samples: Int, seen: [Int]) {
    let batch = Batch(rampingTo: full, from: start, by: increment, over: samples, tokensPerSample: nil)
    #expect(seen.indices.map { batch.samples(before: 7 * $0) } == seen)
  }

  @Test func `changes its size by updates, samples and tokens`() throws {
    func seen(_ batch: String) throws -> [Int] {
      let json = #"{"steps": 6, "batch": \#(batch), "scheduler": {"type": "constant"}}"#
      let batch = try #require(try spec(json).timeline.batch)
      return (0..<6).map { batch.samples(before: $0) }
    }
    #expect(try seen("4") == [0, 4, 8, 12, 16, 20])
    #expect(try seen(#"{"samples": [[0, 2], [3, 8]]}"#) == [0, 2, 4, 6, 14, 22])
    #expect(try seen(#"{"samples": [[0, 2], [3, 8]], "by": "sample"}"#) == [0, 2, 4, 12, 20, 28])
    #expect(
      try seen(#"{"samples": [[0, 2], [30, 8]], "by": "token", "tokens_per_sample": 10}"#) == [0, 2, 4, 12, 20, 28])
    // A threshold that an update leaps over leaves its size no update.
    #expect(try seen(#"{"samples": [[0, 9], [2, 1], [5, 3]], "by": "sample"}"#) == [0, 9, 12, 15, 18, 21])
  }

  @Test func `makes the epochs of a data set`() throws {
    let json =
      #"{"batch": 300, "steps_per_epoch": {"dataset_size": 1000}, "scheduler": {"type": "cosine", "T_max": 2}}"#
    #expect(try spec(json).stepsPerEpoch == 4)
  }

  @Test(arguments: [
    (#""batch": 8, "steps_per_epoch": {"dataset_size": 9, "batch_size": 3}"#, "leave one of them out"),
    (#""batch": {"samples": [[0, 1], [2, 3]]}, "epochs": 3"#, "a batch that changes needs a run of “steps”"),
    (#""steps": 9, "batch": {"samples": [[1, 1]]}"#, "the first size holds from 0"),
    (#""steps": 9, "batch": {"samples": [[0, 1], [5, 2]], "by": "token"}"#, "tokens are counted with"),
    (
      #""steps": 9, "batch": {"samples": 16, "ramp": {"start": 8, "increment": 3, "samples": 9}}"#,
      "in whole increments of 3"
    ), (#""batch": 0"#, "“batch” must be at least 1"), (#""batch": {"samples": 4, "by": "step"}"#, "“by” belongs to"),
  ])
  func `refuses what is no batch`(keys: String, expected: String) {
    let complaints = complaints(aboutFile: #"{\#(keys), "scheduler": {"type": "constant"}}"#)
    #expect(complaints.contains { $0.contains(expected) }, "\(complaints)")
  }

  @Test func `does not trap at the largest numbers`() {
    let batch = Batch(size: 1_000_000_000, tokensPerSample: 1_000_000_000)
    #expect(batch.samples(before: .max) == .max && batch.tokens(before: 1_000_000_000_000) == .max)
  }
}
