import Curves
import Schedules
import Text

/// A rate below 0, or a momentum that no optimizer takes.
enum RangeRule {
  static func findings(in curve: Curve, of spec: Spec) -> [Finding] {
    let node = spec.plans.first?.nodes.first?.node
    return [Curve.Quantity.lr, .momentum, .beta1].compactMap { quantity in
      for column in curve.columns(of: quantity) {
        guard let row = column.values.firstIndex(where: { $0 < 0 || (quantity != .lr && $0 >= 1) }) else { continue }
        let value = Significant.text(column.values[row])
        let wanted = quantity == .lr ? "at least 0" : "at least 0 and below 1"
        return Finding(
          rule: .range, message: "\(column.heading) is \(value) at step \(row), and should be \(wanted)",
          hint: "change what drives it there, or shorten the run", range: node?.range, owner: node?.range)
      }
      return nil
    }
  }
}
