import Diagnostics
import Text

extension Conversion {
  /// Leaves the samples that are trained on: without the validation split, and up to the caps.
  mutating func takeSamplesOff(_ table: Table) throws(Diagnostic) {
    guard let samples = settings.datasetSize, settings.stepsPerEpoch == nil, settings.batches == nil else { return }
    var left = samples
    if trainer == .llamafactory, let most = try table.count("max_samples"), most > 0, most < left {
      if case .text(let sets)? = table.found("dataset")?.value.content, sets.utf8.contains(UInt8(ascii: ",")) {
        note("max_samples caps each data set; --dataset-size is taken as the sum after that")
      } else {
        left = most
        note("max_samples: \(most) of \(samples) samples")
      }
    }
    let keys = trainer == .axolotl ? ["val_set_size"] : trainer == .llamafactory ? ["val_size"] : []
    if let entry = table.found(keys), case let part = try Table.number(entry), part > 0 {
      let off = part < 1 ? (Double(left) * part).rounded(.up) : part.rounded(.towardZero)
      guard let off = Int(exactly: off), off < left else {
        throw Diagnostic(.import, "“\(entry.key)” leaves no samples of \(left)", at: entry.value.range)
      }
      left -= off
      note("\(entry.key) takes \(off) samples off: \(left) are left")
    }
    settings.datasetSize = left
  }
}
