import Curves
import Schedules
import Text

/// The picture of a curve.
struct Picture {
  let curve: Curve
  let spec: Spec
  init(_ curve: Curve, of spec: Spec) { self.curve = curve; self.spec = spec }
  var svg: Bytes { Bytes("<svg/>\n".utf8) }
}
