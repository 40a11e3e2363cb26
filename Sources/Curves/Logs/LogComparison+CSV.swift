import Logs
package import Text

extension LogComparison {
  /// What was compared, a line a reading: its step as logged, the row, both values.
  package var csv: Pieces {
    var bytes = Bytes("step,row".utf8)
    for pair in pairing.pairs {
      let name = pairing.pairs.count > 1 ? ".\(log.columns[pair.column].name)" : ""
      bytes.append(",\(Curve.quoted("logged\(name)")),\(Curve.quoted("planned\(name)"))")
    }
    bytes.append(0x0A)
    let values = pairing.pairs.map { PlannedValues(log, $0.plan, convention, isAsked: isAsked) }
    for reading in log.steps.indices {
      Decimal.append(log.steps[reading], to: &bytes)
      bytes.append(literal: ",")
      if let row = values.first?.row(reading) { Decimal.append(row, to: &bytes) }
      for (pair, planned) in zip(pairing.pairs, values) {
        let logged = log.columns[pair.column].values[reading]
        bytes.append(literal: ",")
        if !logged.isNaN { Decimal.append(shortest: logged, to: &bytes) }
        bytes.append(literal: ",")
        if let rate = planned.planned(reading)?.rate { Decimal.append(shortest: rate, to: &bytes) }
      }
      bytes.append(0x0A)
    }
    return Pieces(bytes)
  }
}
