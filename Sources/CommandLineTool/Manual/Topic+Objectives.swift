import Schedules

extension Topic {
  static let objectives = Topic(name: "objectives", summary: "Objectives: what the rates do to a loss.") {
    """
    A schedule file may have an "objective". lrplot then runs the optimizer's real update on it under the schedule, and \
    adds a column and a panel "loss".

      lrplot cosine --tmax 50 --objective quadratic:a=4,start=2 --clip-norm 1
      lrplot plateau --patience 2 --epochs 60 --lr 0.24 --objective quadratic --metric loss
      lrplot cosine --tmax 24000 --lr 3e-4 --interval step --objective annealing

      {
        "epochs": 50,
        "optimizer": { "type": "SGD", "lr": 0.01, "momentum": 0.65 },
        "objective": { "type": "quadratic", "a": 4, "start": [2], "clip": { "norm": 1.0 } }
      }

    Without a "scheduler" the rate is constant. "metric": "loss" shows a plateau the loss that it causes: the one after \
    the last update of each epoch. Row i holds the loss before update i; that of a law is predicted behind update i.

    Types
    \(Manual.table(ObjectiveType.all.map { ($0.name.rawValue, $0.summary) }))

    Parameters
    \(Manual.table(ObjectiveType.all.map { ($0.name.rawValue, $0.parameters.map(\.name).joined(separator: " ")) }))

    Functions also take "clip": {"norm": 1.0, "norm_type": 2} or {"value": 0.5}, as torch's clip_grad_norm_ and \
    clip_grad_value_ clip. Coordinate i belongs to param group i, or groups name theirs: "coordinates": [0, 2]. In an \
    expression the coordinates are x, y, z or x0, x1 …; its gradient is exact.

    Optimizers: SGD, Adagrad, RMSprop, Adadelta, Adam, AdamW, Adamax, NAdam, RAdam, ASGD, Rprop, SparseAdam, Adafactor, \
    and L-BFGS, as torch 2.15 computes them in float64, to the bit. Square roots are correctly rounded; torch's x86 wheels \
    err in the last bit of about one in eighty, so there the optimizers that take roots differ by a relative 1e-13 or so. \
    States that torch keeps in its default type (NAdam, ASGD) are float64 here, too.

    A loss that is not a finite number any more leaves its cells empty; the picture says at which step.

    The annealing law (presets tissue, mpl-25m, mpl-100m, mpl-400m) and the multi-power law (mpl-25m, mpl-100m, mpl-400m) \
    predict the loss of language models trained with AdamW in one pass; they hold for the rates and the lengths that they \
    were fitted to, and a gap of less than 0.02 means nothing. `lrplot fit LOG.csv` makes such constants.

    """
  }
}
