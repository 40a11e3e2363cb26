import Schedules
import Text

/// Options as other tools call them.
enum Synonym {
  /// What an option of another name means here: an option of ours with the same value.
  static func flag(_ name: String) -> String? {
    switch name.folded {
    case "learningrate", "baselr", "lr0", "initlr", "initiallr", "maxlearningrate", "peaklr": "lr"
    case "numepochs", "numtrainepochs", "maxepochs", "nepochs", "totalepochs", "trainepochs": "epochs"
    case "maxsteps", "numsteps", "trainsteps", "numtrainsteps", "trainiters", "maxiters", "numiterations": "steps"
    case "gpus", "numgpus", "ngpus", "devices", "numprocesses", "nprocpernode", "nproc", "dpsize": "world-size"
    case "gradientaccumulationsteps", "gradaccum", "gradaccumsteps", "accumulationsteps", "accumulategradbatches",
      "accumulatebatches":
      "accumulate"
    case "perdevicetrainbatchsize", "trainbatchsize", "trainmicrobatchsizepergpu", "microbatchsize", "batch", "bs":
      "batch-size"
    case "optim", "optimizertype": "optimizer"
    case "iterationsperepoch", "batchesperepoch", "itersperepoch", "lenloader", "niterperepoch": "steps-per-epoch"
    case "savefig", "out", "outfile": "output"
    case "logy", "yscale": "y"
    default: nil
    }
  }

  /// What a parameter does that people know by this name, whatever its kind calls it.
  static func role(_ name: String) -> Role? {
    switch name.folded {
    case "minlr", "etamin", "lrmin", "minlearningrate", "finallr", "endlr", "lrend", "mineta": .floor
    case "maxlr", "peaklr", "lrmax": .peak
    case "warmupsteps", "warmupiters", "warmupt", "numwarmupsteps", "warmupepochs", "numwarmupepochs", "warmup",
      "warmupratio", "warmupfraction", "warmupduration", "nwarmup":
      .warmup
    case "tmax", "totalsteps", "maxsteps", "numtrainingsteps", "trainingsteps", "maxiter", "maxiters", "decaysteps",
      "totaliters", "numsteps", "lrdecaysteps", "lrdecayiters", "ttotal":
      .length
    case "stepsize", "t0", "period": .period
    case "milestones", "boundaries", "steps": .milestones
    default: nil
    }
  }

  /// Whether a value is a part of the run there, `0.06`, and not a length.
  static func isRatio(_ name: String) -> Bool {
    ["warmupratio", "warmupfraction"].contains(name.folded)
  }

  /// What to do instead of an option that has no counterpart.
  static func advice(_ name: String) -> String? {
    switch name.folded {
    case "betas": "--set optimizer.betas=[0.9,0.95] sets them"
    case "beta1", "adambeta1", "beta2", "adambeta2": "--set optimizer.betas=[0.9,0.95] sets both"
    case "weightdecay", "wd": "--set optimizer.weight_decay=0.01 sets it"
    case "eps", "epsilon", "adamepsilon": "--set optimizer.eps=1e-8 sets it"
    case "nesterov": "--set optimizer.nesterov=true sets it"
    case "lrscheduler", "lrschedulertype", "scheduler", "sched", "schedule", "type", "kind":
      "the kind is the first word: lrplot cosine --tmax 90"
    case "layerdecay", "llrd", "layerwiselrdecay":
      "a param group of a file has “layers”: {\"count\": 12, \"lr_decay\": 0.75}"
    case "resume", "lastepoch": "`lrplot resume FILE --at EPOCH` shows what a resumed run does"
    case "png", "pdf": "lrplot writes SVG: -o out.svg, then rsvg-convert"
    case "log": "--y log"
    case "dark": "--theme dark"
    default: nil
    }
  }
}
