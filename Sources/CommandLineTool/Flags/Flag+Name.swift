extension Flag {
  /// The names of options, so that only declared ones can be asked for.
  enum Name: String, Sendable, CaseIterable {
    case lr, epochs, steps, every, stepsPerEpoch = "steps-per-epoch", datasetSize = "dataset-size"
    case batchSize = "batch-size", globalBatchSize = "global-batch-size", tokensPerSample = "tokens-per-sample"
    case worldSize = "world-size", accumulate, dropLast = "drop-last", scaleLR = "scale-lr", optimizer, momentum
    case group, metric, objective, clipNorm = "clip-norm", clipValue = "clip-value", interval, times, then, and, vs
    case quantity, `for`, warmup, from, with, trainer, batches, at, restore, after, before, decay, shape, to, set
    case noFiles = "no-files", sweep, printSpec = "print-spec", output, format, title, width, height, scale, caption
    case source, mark, x, xScale = "x-scale", xMin = "x-min", xMax = "x-max", y, yMin = "y-min", yMax = "y-max"
    case ofPeak = "of-peak", curve, theme, background, idPrefix = "id-prefix", ascii, label, difference, golden
    case update, force, exact, rtol, atolPeak = "atol-peak", strict, diff, log, logForm = "log-form"
    case logEvery = "log-every", offset, column, check, jobs, failFast = "fail-fast", allow, fix, color, quiet
    case verbose, help, version
  }
}
