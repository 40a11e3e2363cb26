import Testing

@testable import Schedules

@Suite struct EpochLengthTests {
  private func steps(_ length: String) throws -> Int {
    try spec(#"{"scheduler": {"type": "cosine", "T_max": 5}, "steps_per_epoch": \#(length)}"#).stepsPerEpoch
  }

  @Test(arguments: [
    ("7", 7), (#"{"dataset_size": 50000, "batch_size": 128}"#, 391),
    (#"{"dataset_size": 50000, "batch_size": 128, "drop_last": true}"#, 390),
    (#"{"datasetSize": 1281167, "batch-size": 256, "world_size": 8, "accumulate": 4, "$comment": "ImageNet"}"#, 157),
  ])
  func `is a number, or made of a data set`(length: String, expected: Int) throws {
    #expect(try steps(length) == expected)
  }

  @Test(arguments: [
    ("0", "value at 0: “steps_per_epoch” must be at least 1 and at most 10¹², not 0"),
    ("2.5", "value at 2.5: “steps_per_epoch” must be an integer, not 2.5"),
    (#""9""#, #"value at "9": “steps_per_epoch” is a number or an object, not a string"#),
    ("[5]", "value at [5]: “steps_per_epoch” is a number or an object, not an array"),
    (#"{"dataset_size": 9}"#, "param at {: “steps_per_epoch” needs “batch_size”"),
    (#"{"batch_size": 9}"#, "param at {: “steps_per_epoch” needs “dataset_size”"),
    (
      #"{"dataset_size": 9, "batchsizes": 3}"#,
      #"spec at "batchsizes": “steps_per_epoch” has no key “batchsizes”; did you mean “batch_size”?"#
    ),
    (#"{"dataset_size": 9, "batch_size": 0}"#, "value at 0: “batch_size” must be at least 1 and at most 10¹², not 0"),
    (#"{"dataset_size": 9, "batch_size": 3, "drop_last": 1}"#, "value at 1: “drop_last” must be true or false, not 1"),
    (
      #"{"dataset_size": 9, "batch_size": 5, "world_size": 2, "drop_last": true}"#,
      #"value at "drop_last": an epoch would have no step: 9 samples do not fill a batch of 5 × 2; "#
        + "the only batch is dropped"
    ),
  ])
  func `is refused`(length: String, complaint: String) {
    let found = complaints(
      aboutFile: #"{"scheduler": {"type": "cosine", "T_max": 50}, "steps_per_epoch": \#(length)}"#)
    #expect(found.count == 1 && found[0].hasPrefix(complaint), "\(found)")
  }
}
