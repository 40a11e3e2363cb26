import Testing

@testable import CommandLineTool

/// Options and kinds as other tools call them: what is exact is understood.
@Suite struct SynonymTests {
  private let world: TestWorld

  init() throws { world = try TestWorld() }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(arguments: [
    ("cosine --tmax 9 --learning-rate 3e-4", "cosine --tmax 9 --lr 3e-4"),
    ("cosine --tmax 9 --base-lr 3e-4", "cosine --tmax 9 --lr 3e-4"),
    ("cosine --tmax 9 --lr0 3e-4", "cosine --tmax 9 --lr 3e-4"),
    ("cosine --tmax 9 --init_lr 3e-4", "cosine --tmax 9 --lr 3e-4"),
    ("cosine --tmax 9 --min-lr 0.01", "cosine --tmax 9 --eta-min 0.01"),
    ("timm.cosine --t-initial 9 --min-lr 0.01", "timm.cosine --t-initial 9 --lr-min 0.01"),
    ("cosine --tmax 9 --warmup-epochs 3", "cosine --tmax 9 --warmup 3"),
    ("cosine --tmax 9 --warmup-steps 3", "cosine --tmax 9 --warmup 3"),
    ("cosine --epochs 20 --warmup-ratio 0.1", "cosine --epochs 20 --warmup 10%"),
    ("timm.cosine --t-initial 9 --warmup-epochs 3", "timm.cosine --t-initial 9 --warmup-t 3"),
    (
      "transformers.linear --warmup-ratio 0.06 --num-training-steps 100",
      "transformers.linear --num-warmup-steps 6 --num-training-steps 100"
    ),
    (
      "transformers.cosine --warmup-steps 6 --max-steps 100",
      "transformers.cosine --num-warmup-steps 6 --num-training-steps 100"
    ),
    (
      "deepspeed.warmup-decay --warmup-steps 5 --total-steps 50",
      "deepspeed.warmup-decay --warmup-num-steps 5 --total-num-steps 50"
    ),
    ("wsd --total-steps 100 --warmup-fraction 0.1", "wsd --total-steps 100 --warmup-steps 10"),
    ("cosine --max-steps 30", "cosine --steps 30 --tmax 30"),
    ("cosine --num-train-epochs 30", "cosine --epochs 30 --tmax 30"),
    ("polynomial --total-steps 30", "polynomial --total-iters 30"),
    ("detectron2.cosine --base-lr 0.001 --max-iter 90", "detectron2.cosine --lr 0.001 --max-iter 90"),
    ("ultralytics.YOLO --lr0 0.01 --epochs 9", "ultralytics.YOLO --lr 0.01 --epochs 9"),
    (
      "cosine --tmax 3 --dataset-size 800 --batch-size 10 --gpus 8 --gradient-accumulation-steps 5",
      "cosine --tmax 3 --dataset-size 800 --batch-size 10 --world-size 8 --accumulate 5"
    ),
    (
      "cosine --tmax 3 --num-samples 80 --per-device-train-batch-size 10",
      "cosine --tmax 3 --dataset-size 80 --batch-size 10"
    ),
    ("cosine --tmax 3 --num-gpus 8 --scale-lr", "cosine --tmax 3 --lr 0.8"),
    (
      "onecycle --max-lr 1 --total-steps 9 --optim AdamW --betas 0.8,0.95",
      "onecycle --max-lr 1 --total-steps 9 --optimizer AdamW --set optimizer.betas=[0.8,0.95]"
    ),
    ("cosine --tmax 3 --interval step --warmup-steps 2", "cosine --tmax 3 --interval step --warmup 2"),
    (
      "transformers.wsd --warmup-steps 2 --max-steps 20 --num-decay-steps 5",
      "transformers.warmup_stable_decay --num-warmup-steps 2 --num-training-steps 20 --num-decay-steps 5"
    ),
    (
      "get_linear_schedule_with_warmup --warmup-steps 2 --t-total 20",
      "transformers.linear --num-warmup-steps 2 --num-training-steps 20"
    ),
    (
      "transformers.get_cosine_schedule_with_warmup --warmup-steps 2 --steps 20",
      "transformers.cosine --num-warmup-steps 2 --num-training-steps 20"
    ),
    (
      "WarmupCosineSchedule --warmup-steps 2 --t-total 20",
      "transformers.cosine --num-warmup-steps 2 --num-training-steps 20"
    ),
    ("hf.linear --num-warmup-steps 2 --steps 20", "transformers.linear --num-warmup-steps 2 --steps 20"),
    (
      "LinearWarmupCosineAnnealingLR --warmup-epochs 2 --max-epochs 9",
      "LinearWarmupCosineAnnealingLR --warmup-epochs 2 --max-epochs 9"
    ),
    ("cosine --tmax 90 --warmup 6%", "cosine --epochs 96 --warmup 6"),
    ("cosine --tmax 90 --warmup 6%", "cosine --epochs 96 --warmup 6%"),
    ("cosine --tmax 9 --warmup-ratio 0.1", "cosine --tmax 9 --warmup 1"),
    (
      "linear --total-iters 10 --then cosine --tmax 80 --warmup 10%",
      "linear --total-iters 10 --then cosine --tmax 80 --warmup 10"
    ),
    ("wsd --total-steps 80 --warmup 20% --for 40", "wsd --total-steps 80 --warmup 10 --for 40"),
    ("cosine --tmax 9 --warmup-pct 10% --epochs 20", "cosine --tmax 9 --warmup 10% --epochs 20"),
    ("cosine --tmax 9 --lrate 3e-4", "cosine --tmax 9 --lr 3e-4"),
    ("cosine --steps 9 --batch 32 --seq-length 64", "cosine --steps 9 --global-batch-size 32 --tokens-per-sample 64"),
    ("cosine --tmax 9 --group a:learning_rate=1,wd=0", "cosine --tmax 9 --group a:lr=1,weight_decay=0"),
    (
      "megatron.scheduler --train-samples 1e6 --lr-decay-samples 9e5 --lr-warmup-samples 1k --max-lr 1 "
        + "--global-batch-size 1000",
      "megatron.scheduler --steps 1000 --lr-decay-steps 9e5 --lr-warmup-steps 1k --max-lr 1 --global-batch-size 1000"
    ),
    (
      "tf.keras.optimizers.schedules.CosineDecay --initial-learning-rate 1 --decay-steps 9",
      "keras.CosineDecay --initial-learning-rate 1 --decay-steps 9"
    ),
    ("SGDR --t-0 5", "warm-restarts --t-0 5"),
    ("step --decay-epochs 3 --decay-rate 0.5 --epochs 9", "step --step-size 3 --gamma 0.5 --epochs 9"),
    ("exponential --lr-decay 0.9 --epochs 9", "exponential --gamma 0.9 --epochs 9"),
    ("plateau --metric 1 --gamma 0.5 --epochs 30", "plateau --metric 1 --factor 0.5 --epochs 30"),
    ("multistep --lr-steps 3,6 --lr-gamma 0.5 --epochs 9", "multistep --milestones 3,6 --gamma 0.5 --epochs 9"),
    (
      "megatron.scheduler --max-lr 1 --train-iters 9 --lr-decay-iters 9 --lr-warmup-iters 3",
      "megatron.scheduler --max-lr 1 --steps 9 --lr-decay-steps 9 --lr-warmup-steps 3"
    ),
    (
      "keras.cosine --initial-learning-rate 0 --warmup-target 1 --warmup-steps 10% --decay-steps 90",
      "keras.cosine --initial-learning-rate 0 --warmup-target 1 --warmup-steps 10 --decay-steps 90"
    ),
    (
      "LinearWarmupCosineAnnealingLR --warmup-epochs 10% --max-epochs 40",
      "LinearWarmupCosineAnnealingLR --warmup-epochs 4 --max-epochs 40"
    ),
  ])
  func `what is exact is understood`(typed: String, ours: String) {
    let (one, other) = (world.run(words(typed) + ["-f", "csv"]), world.run(words(ours) + ["-f", "csv"]))
    #expect(one.status == 0 && one.output == other.output, "\(typed)\n\(one.error)\n\(other.error)")
  }

  /// What is not exact is named in a hint.
  @Test(arguments: [
    ("cosine --tmax 9 --max-lr 1", "the highest rate of cosine is --lr"),
    (
      "transformers.linear --warmup-epochs 1 --max-steps 9",
      "transformers.linear calls it --num-warmup-steps, counted in steps"
    ),
    ("cosine --tmax 9 --steps-per-epoch 10 --warmup-steps 5", "--warmup N prepends N epochs of linear warm-up"),
    ("exponential --gamma 0.9 --min-lr 0.01", "exponential takes no lowest rate as such"),
    ("cosine --tmax 9 --beta1 0.9", "--betas 0.9,0.95"),
    ("cosine --tmax 9 --lr-scheduler linear", "the kind is the first word"),
    ("cosine --tmax 9 --layer-decay 0.75", "\"lr_decay\": 0.75"),
    ("cosine --tmax 9 --png", "rsvg-convert"),
    ("cosine --tmax 9 --log-y", "--y log"),
    ("cosine --tmax 9 --csv", "--format csv"), ("cosine --tmax 9 --ylim 0,1", "--y-min 0 --y-max 0.1"),
    ("cosine --tmax 9 --xlim 0,1", "--x-min 0 --x-max 50"),
    ("cosine --tmax 9 --figsize 9,5", "--width 720 --height 400"),
    ("cosine --tmax 9 --dpi 200", "--scale 2"), ("cosine --tmax 9 --xlabel a", "--x epoch, step"),
    ("cosine --tmax 9 --step 3", "lrplot at cosine --tmax 90 30"), ("cosine --tmax 9 --bg white", "--background none"),
    ("cosine --tmax 9 --kind linear", "the kind is the first word"), ("cosine --tmax 9 --resume 3", "lrplot resume"),
    ("resume cosine --tmax 9 --at 3", "--print-spec > schedule.json"),
    ("cosine --tmax 9 --tokens-per-sample 5", "--global-batch-size 512 --tokens-per-sample 2048"),
    ("cosine --steps 9 --x token", "--global-batch-size 512 --tokens-per-sample 2048"),
    ("megatron.scheduler --train-samples 9", "--global-batch-size 1536"),
    ("cosine --tmax 9 --whatever", "`lrplot help cosine` lists its options"),
    ("cosine --tmax 9 --strict", "it is an option of check"),
    ("explain cosine --tmax 9 --width 5", "it is an option of render"),
    ("cosine --tmax 9 --betas 0.9,0.95", "Adam, AdamW, Adamax and others have it"),
    ("cosine --tmax 9 --gpus 8", "--dataset-size 50000 --batch-size 128"),
    ("exponential --gamma 0.9 --warmup-ratio 0.1", "add --epochs N, or --steps N"),
    ("render x.json --learning-rate 1", "--set optimizer.lr=…"),
    ("render x.json --weight-decay 1", "--set optimizer.weight_decay=…"),
    ("check x.json --tmax 5", "--set scheduler.T_max=…"),
  ])
  func `what is not exact gets a hint`(typed: String, hint: String) throws {
    try world.sandbox.write(Schedules.cosine, to: "x.json")
    let ended = world.run(words(typed))
    #expect(ended.status == 2 && ended.error.contains(hint), "\(typed)\n\(ended.error)")
  }

  @Test(arguments: ["explain", "lint", "at"])
  func `options may stand before the kind`(command: String) {
    let step = command == "at" ? ["3"] : []
    let behind = world.run([command, "cosine", "--tmax", "10", "--lr", "1e-3", "--epochs", "10"] + step)
    #expect(world.run([command, "--lr", "1e-3", "--epochs", "10", "cosine", "--tmax", "10"] + step) == behind)
    #expect(world.run([command, "--learning-rate", "1e-3", "--epochs=10", "cosine", "--tmax", "10"] + step) == behind)
    #expect(world.run([command, "--tmax", "10", "--lr", "1e-3", "cosine", "--epochs", "10"] + step) == behind)
    #expect(behind.status == 0)
  }

  @Test(arguments: ["--lr 1 --lr 2", "--learning-rate 1 --lr 2", "--tmax 4", "-f csv --format json", "--T_max 4"])
  func `an option given twice is an error`(twice: String) {
    let ended = world.run(["cosine", "--tmax", "3"] + words(twice))
    #expect(ended.status == 2 && (ended.error.contains("given twice") || ended.error.contains("the same option")))
  }

  @Test func `options that may repeat may repeat, and each stage and curve has its own`() {
    for line in [
      "cosine --tmax 3 --group a --group b", "cosine --tmax 3 --set title=a --set description=b",
      "cosine --tmax 3 -q -q",
      "cosine --tmax 3 --sweep lr=1,2 --sweep momentum=0,0.5",
      "step --step-size 3 --for 5 --then step --step-size 2 --for 9",
      "cosine --tmax 3 --warmup 2 --vs cosine --tmax 3 --warmup 4",
      "lambda --lr-lambda 1 --lr-lambda 2 --group a --group b",
    ] {
      let ended = world.run(words(line))
      #expect(ended.status == 0, "\(line)\n\(ended.error)")
    }
    #expect(world.run(words("linear --warmup 1 --then cosine --tmax 3 --warmup 2")).status == 2)
  }
}
