extension Family {
  static let fastai = Family(name: "fastai", title: "fastai", interval: .step) { Fastai.kinds }
}

/// The schedules of fastai: `fastai.callback.schedule`, 2.8.12.
///
/// All are functions of the part of the training that is over, which is counted anew in every epoch and looked up before a
/// batch: the first batch is at 0, the last of N at (N − 1)/N, and 1 is never reached.
enum Fastai {
  static let kinds: [Kind] = [
    FitOneCycle.kind,
    FitFlatCos.kind,
    FitSGDR.kind,
    LRFinder.kind,
    SchedLin.kind,
    SchedCos.kind,
    SchedNo.kind,
    SchedExp.kind,
    SchedPoly.kind,
    CombineScheds.kind,
    CombinedCos.kind,
  ]
}
