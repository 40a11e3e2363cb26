/// Schedule files for tests.
enum Schedules {
  /// A constant rate for some epochs.
  static func constant(epochs: Int = 2) -> String {
    #"{"epochs": \#(epochs), "scheduler": {"type": "constant", "factor": 1}}"#
  }

  static let cosine = #"{"scheduler": {"type": "CosineAnnealingLR", "T_max": 2}}"#
  static let broken = #"{"scheduler": {"type": "CosineAnnealingLR"}}"#
  static let cosineCSV = "step,epoch,lr\n0,0,0.1\n1,1,0.05\n"
}
