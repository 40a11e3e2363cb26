/// How far a value may be from its golden.
///
/// Every bound is relative: an absolute one lets through a tenth of a rate of 1e-7, or nothing of a rate of 1000.
package struct Tolerance: Sendable {
  /// What part of the larger of the two values they may be apart.
  package var relative: Double
  /// What part of the largest magnitude in the golden's column they may be apart: next to zero every error is a large
  /// part of the value.
  package var ofPeak: Double

  package init(relative: Double = 1e-9, ofPeak: Double = 1e-12) {
    self.relative = relative
    self.ofPeak = ofPeak
  }

  /// The same bits; a negative zero is a zero, as it is in a file.
  package static let exact = Tolerance(relative: 0, ofPeak: 0)

  /// Whether a value may stand for its golden; a blank may stand for a blank only.
  func accepts(_ actual: Double, for golden: Double, peak: Double) -> Bool {
    if actual == golden || (actual.isNaN && golden.isNaN) { return true }
    let distance = abs(actual - golden)
    return distance <= relative * max(abs(actual), abs(golden)) || distance <= ofPeak * peak
  }
}
