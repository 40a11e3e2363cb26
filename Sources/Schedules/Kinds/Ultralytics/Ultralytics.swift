import Diagnostics

extension Family {
  static let ultralytics = Family(name: "ultralytics", title: "Ultralytics", interval: .step) { Ultralytics.kinds }
}

/// What the training scripts of YOLOv5 and of its successors do to the rates and to momentum.
///
/// A step is a batch; epochs and batches are the run's. `lr0` is the rate of each group, `momentum` its momentum, and a
/// group whose name begins with “bias” is one of biases.
enum Ultralytics {
  static let kinds: [Kind] = [
    YOLO.kind,
    YOLOv5.kind,
  ]
}
