import Diagnostics

extension Ultralytics {
  /// The trainer of YOLOv8 and of what came after it.
  enum YOLO {
    static let kind = Kind(
      "YOLO", short: "yolov8", .ultralytics,
      "Warms up rates, biases' and momentum by batches, and falls by epochs; YOLOv8 and later.",
      formula: """
        lr = b·f(e), f = (1 − e/epochs)·(1 − lrf) + lrf in epoch e, or a half cosine; in batch i ≤ nw on a line from 0, or \
        warmup_bias_lr, to that; nw = round(min(warmup_epochs, epochs − 1)·batches)
        """,
      differs: """
        The warm-up goes to where the fall is by then, and biases may fall in it. Momentum rises with it, of optimizers \
        without betas. The last epoch is one short of lrf. optimizer=auto sets warmup_bias_lr to 0.
        """,
      source: "ultralytics.engine.trainer.BaseTrainer, 8.4.190",
      example: #"{"warmup_epochs": 10}"#
    ) {
      Declaration(and: Hyperparameters.parameters) { (hyper) throws(Diagnostic) in Trainer(hyper, .yolo) }
    }
  }
}
