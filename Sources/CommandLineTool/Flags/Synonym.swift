import Schedules
import Text

/// Options as other tools call them; parameters are found by what they do, as `RoleName` has it.
enum Synonym {
  /// The option of ours that has the same value and means the same.
  static func flag(_ name: String) -> String? {
    switch name.folded {
    case "learningrate", "lrate", "initialrate", "baserate", "baselr", "baselearningrate", "lr0", "initlr", "initiallr",
      "initiallearningrate":
      "lr"
    case "numepochs", "numtrainepochs", "maxepochs", "maxepoch", "nepochs", "nbepochs", "totalepochs", "trainepochs",
      "epoch":
      "epochs"
    case "maxsteps", "numsteps", "nsteps", "totalsteps", "trainsteps", "trainingsteps", "numtrainsteps",
      "numtrainingsteps", "maxtrainsteps", "trainiters", "maxiters", "maxiter", "totaliters", "numiterations",
      "iterations", "iters", "maxiterations", "numupdates", "maxupdates", "totalupdates", "maxupdate":
      "steps"
    case "gpus", "numgpus", "ngpus", "ngpu", "devices", "numdevices", "numprocesses", "nprocpernode", "nproc",
      "dpsize", "dataparallelsize", "replicas", "numreplicas":
      "world-size"
    case "gradientaccumulationsteps", "gradientaccumulation", "gradaccum", "gradaccumsteps", "gradaccumulation",
      "accumulationsteps", "accumulategradbatches", "accumulatesteps", "accum", "updatefreq":
      "accumulate"
    case "perdevicetrainbatchsize", "perdevicebatchsize", "trainbatchsize", "microbatchsize",
      "trainmicrobatchsizepergpu", "batchsizepergpu", "bs":
      "batch-size"
    case "batch", "totalbatchsize", "effectivebatchsize": "global-batch-size"
    case "seqlength", "seqlen", "sequencelength", "maxseqlength", "maxseqlen", "blocksize", "contextlength",
      "tokenspersequence":
      "tokens-per-sample"
    case "iterationsperepoch", "itersperepoch", "batchesperepoch", "updatesperepoch", "niterperepoch": "steps-per-epoch"
    case "numsamples", "nsamples", "numtrainsamples", "datasetlength", "numexamples", "trainsize": "dataset-size"
    case "optim", "opt", "optimizertype": "optimizer"
    case "outputfile", "outfile", "out", "saveto": "output"
    case "outputformat", "fmt", "report": "format"
    case "yscale": "y"
    case "colour": "color"
    case "labels", "names": "label"
    case "paramgroup", "paramgroups": "group"
    default: nil
    }
  }

  /// The optimizer's own value of that name.
  static func hyperparameter(_ name: String) -> String? {
    switch name.folded {
    case "weightdecay", "wd": "weight_decay"
    case "betas", "adambetas": "betas"
    case "eps", "epsilon", "adamepsilon": "eps"
    case "nesterov": "nesterov"
    case "dampening": "dampening"
    default: nil
    }
  }

  /// A value of a param group, as other tools call it.
  static func ofGroup(_ name: String) -> String? { flag(name) == "lr" ? "lr" : hyperparameter(name) }

  /// What to do instead of an option that has no counterpart.
  static func advice(_ name: String) -> String? {
    switch name.folded {
    case "warmuplr", "warmuplrinit", "warmupinitlr", "warmupstartlr", "warmupstart", "startlr", "warmupfactor",
      "warmupmethod", "warmuptype", "warmupmode", "warmupbiaslr":
      "--warmup rises from lr/1000; for another start: lrplot linear --start-factor 0.1 --total-iters 5 --then cosine "
        + "--tmax 85"
    case "monitor", "monitorop": "--metric run.csv:val_loss names the column that is watched"
    case "beta1", "adambeta1", "beta2", "adambeta2": "--optimizer AdamW --betas 0.9,0.95 sets both"
    case "kind", "type", "lrscheduler", "lrschedulertype", "lrschedule", "scheduler", "sched", "schedule", "lrpolicy",
      "lrdecaystyle":
      "the kind is the first word: lrplot cosine --tmax 90"
    case "layerdecay", "llrd", "layerwiselrdecay", "lrlayerdecay":
      "in a file, a param group has \"layers\": {\"count\": 12, \"lr_decay\": 0.75}"
    case "png", "pdf", "savefig": "lrplot writes SVG: -o out.svg, then rsvg-convert -o out.png out.svg"
    case "svg", "csv", "json": "--format \(name.folded)"
    case "show", "preview", "plot", "terminal", "text": "--format text"
    case "logy", "ylog", "logscale", "semilogy": "--y log"
    case "logx", "xlog", "semilogx": "--x-scale log"
    case "ylim", "yrange", "ylimits": "--y-min 0 --y-max 0.1 sets the ends of the rate axis"
    case "xlim", "xrange", "xlimits": "--x-min 0 --x-max 50 sets the ends of the step axis"
    case "xlabel", "xtitle": "--x epoch, step, sample, token, or percent sets the axis and its title"
    case "ylabel", "ytitle": "the axis is titled by what it shows; --of-peak draws percentages"
    case "figsize", "size", "resolution", "geometry": "--width 720 --height 400, in pixels"
    case "dpi", "fontsize", "fontscale", "zoom": "--scale 2 draws type and lines twice as large"
    case "bg", "bgcolor", "transparent": "--background none, or a colour"
    case "resume", "resumefrom", "continue", "startepoch", "startstep":
      "lrplot resume schedule.json --at 45; --print-spec writes the file"
    case "step", "atstep": "for the rate at one step: lrplot at cosine --tmax 90 30"
    case "seed", "randomseed": "nothing here is random unless the kind has a seed of its own"
    case "dark", "darkmode": "--theme dark"
    case "compare": "--vs KIND draws another kind beside this one"
    case "nocolor", "nocolour", "monochrome": "--color never"
    default: nil
    }
  }
}
