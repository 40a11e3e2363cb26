import Diagnostics

extension Ultralytics {
  /// The training script of YOLOv5.
  enum YOLOv5 {
    static let kind = Kind(
      "YOLOv5", .ultralytics, "Warms up rates, biases' and momentum by batches, and falls by epochs; YOLOv5.",
      formula: """
        lr = b·f(e − 1), f = (1 − e/epochs)·(1 − lrf) + lrf in epoch e, or a half cosine; in batch i ≤ nw on a line from 0, \
        or warmup_bias_lr, to b·f(e); nw = max(round(warmup_epochs·batches), 100)
        """,
      differs: """
        As ultralytics.YOLO, but the warm-up has 100 batches at least, and behind it the fall is an epoch late, for the \
        script sets its scheduler back by one.
        """,
      source: "train.py of ultralytics/yolov5, 5081342",
      example: "{}"
    ) {
      Declaration(and: Hyperparameters.parameters) { (hyper) throws(Diagnostic) in Trainer(hyper, .yolov5) }
    }
  }
}
