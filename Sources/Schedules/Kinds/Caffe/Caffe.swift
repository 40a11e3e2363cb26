import Diagnostics

extension Family {
  static let caffe = Family(name: "caffe", title: "Caffe", interval: .step) { Caffe.kinds }
}

/// The policies of Caffe, with the fields of a `solver.prototxt`.
///
/// Source: `SGDSolver::GetLearningRate` of BVLC/caffe, 9b89154. Row t is the rate of iteration t, 0 in the first. `base_lr` is the optimizer's rate, of each group. Caffe takes 0 for a
/// field that is missing, with which nothing would be learned, so the fields of a policy must be given. It computes in
/// single precision; this is the same in double.
enum Caffe {
  static let kinds: [Kind] = [
    Fixed.kind,
    Step.kind,
    Exp.kind,
    Inv.kind,
    MultiStep.kind,
    Poly.kind,
    Sigmoid.kind,
  ]
}
