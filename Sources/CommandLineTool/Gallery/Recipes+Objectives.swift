// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let objectives: [Recipe] = [
    Recipe(
      "objectives/cosine-wsd",
      #"""
      {
        "title": "Cosine against warm-up, stable, decay at equal budget",
        "description": "What the annealing law predicts for 2,000 updates at a peak of 3e-4: the stable phase covers more area, and its decay pays at once, so it ends lower. It is a prediction: gaps of less than 0.02 mean nothing.",
        "source": "Law: Tissue et al. 2024, arXiv:2408.11029; constants fitted to the curves of Luo et al. 2025, arXiv:2503.12811",
        "epochs": 2000,
        "optimizer": { "type": "AdamW", "lr": 0.0003 },
        "objective": { "type": "annealing", "preset": "mpl-400m" },
        "curves": [
          { "name": "cosine", "$lint": ["zero-start"],
            "scheduler": {
              "type": "transformers.cosine_with_min_lr", "num_warmup_steps": 100, "num_training_steps": 2000, "min_lr_rate": 0.1
            } },
          { "name": "wsd",
            "scheduler": {
              "type": "transformers.warmup_stable_decay", "num_warmup_steps": 100, "num_stable_steps": 1500,
              "num_decay_steps": 400, "min_lr_ratio": 0.1, "decay_type": "linear"
            } }
        ]
      }

      """#),
    Recipe(
      "objectives/exponential-weights",
      #"""
      {
        "title": "The weights of an exponential average",
        "description": "A running average with factor β gives the gradient of t steps ago the weight (1 − β)·βᵗ: its memory is about 1/(1 − β) steps. Momentum is such an average, times 1/(1 − β).",
        "epochs": 100,
        "optimizer": { "type": "SGD", "lr": 1.0 },
        "curves": [
          { "name": "β 0.98", "scheduler": { "type": "LambdaLR", "lr_lambda": "(1 - 0.98) * 0.98 ** epoch" } },
          { "name": "β 0.95", "scheduler": { "type": "LambdaLR", "lr_lambda": "(1 - 0.95) * 0.95 ** epoch" } },
          { "name": "β 0.9", "scheduler": { "type": "LambdaLR", "lr_lambda": "(1 - 0.9) * 0.9 ** epoch" } },
          { "name": "β 0.8", "scheduler": { "type": "LambdaLR", "lr_lambda": "(1 - 0.8) * 0.8 ** epoch" } }
        ]
      }

      """#),
    Recipe(
      "objectives/five-rates",
      #"""
      {
        "title": "Five rates on 4x²",
        "description": "Gradient descent from x = 2 multiplies x by 1 − 8η at each step: 0.125 is at the minimum after one step, 0.1 comes down on one side, 0.2 swings and comes down, and above 0.25 every step goes further up the other side.",
        "epochs": 20,
        "objective": { "type": "quadratic", "a": 4, "start": [2] },
        "curves": [
          { "name": "lr 1", "optimizer": { "type": "SGD", "lr": 1.0 } },
          { "name": "lr 0.5", "optimizer": { "type": "SGD", "lr": 0.5 } },
          { "name": "lr 0.2", "optimizer": { "type": "SGD", "lr": 0.2 } },
          { "name": "lr 0.125", "optimizer": { "type": "SGD", "lr": 0.125 } },
          { "name": "lr 0.1", "optimizer": { "type": "SGD", "lr": 0.1 } }
        ]
      }

      """#),
    Recipe(
      "objectives/noisy-quadratic",
      #"""
      {
        "title": "Why rates must fall: the noisy quadratic",
        "description": "The expected loss of SGD whose gradients are noisy, without a random number: at a constant rate the noise keeps it up, and every fall of the rate lets it down.",
        "source": "Zhang et al. 2019, arXiv:1907.04164",
        "epochs": 300,
        "optimizer": { "type": "SGD", "lr": 0.5 },
        "objective": { "type": "noisy-quadratic", "dim": 1000, "batch_size": 1 },
        "curves": [
          { "name": "constant", "scheduler": { "type": "ConstantLR", "factor": 1.0 } },
          { "name": "steps", "scheduler": { "type": "MultiStepLR", "milestones": [150, 225] } },
          { "name": "cosine", "scheduler": { "type": "CosineAnnealingLR", "T_max": 300 } },
          { "name": "linear", "scheduler": { "type": "LinearLR", "start_factor": 1.0, "end_factor": 0.0, "total_iters": 300 } }
        ]
      }

      """#),
    Recipe(
      "objectives/plateau-loop",
      #"""
      {
        "title": "A plateau that watches the loss it causes",
        "description": "In a valley with one steep and one flat wall, a rate of 0.2 swings across with momentum 0.9; whenever the loss has not improved for four epochs the rate is halved. The swings end, and then so does the progress.",
        "epochs": 60,
        "optimizer": { "type": "SGD", "lr": 0.2, "momentum": 0.9 },
        "scheduler": { "type": "ReduceLROnPlateau", "factor": 0.5, "patience": 3 },
        "objective": { "type": "quadratic", "a": [4, 0.5], "start": [2, 2] },
        "metric": "loss"
      }

      """#),
    Recipe(
      "objectives/ten-rates",
      #"""
      {
        "title": "Ten rates from 0.01 to 0.2 on 4x²",
        "description": "Ten rates at equal distances. The loss falls faster the nearer the rate is to 0.125, where one step is enough, and slower again beyond it.",
        "epochs": 100,
        "objective": { "type": "quadratic", "a": 4, "start": [2] },
        "curves": [
          { "name": "lr 0.01", "optimizer": { "type": "SGD", "lr": 0.01 } },
          { "name": "lr 0.031", "optimizer": { "type": "SGD", "lr": 0.03111111111111111 } },
          { "name": "lr 0.052", "optimizer": { "type": "SGD", "lr": 0.052222222222222225 } },
          { "name": "lr 0.073", "optimizer": { "type": "SGD", "lr": 0.07333333333333333 } },
          { "name": "lr 0.094", "optimizer": { "type": "SGD", "lr": 0.09444444444444444 } },
          { "name": "lr 0.116", "optimizer": { "type": "SGD", "lr": 0.11555555555555555 } },
          { "name": "lr 0.137", "optimizer": { "type": "SGD", "lr": 0.1366666666666667 } },
          { "name": "lr 0.158", "optimizer": { "type": "SGD", "lr": 0.1577777777777778 } },
          { "name": "lr 0.179", "optimizer": { "type": "SGD", "lr": 0.1788888888888889 } },
          { "name": "lr 0.2", "optimizer": { "type": "SGD", "lr": 0.2 } }
        ]
      }

      """#),
    Recipe(
      "objectives/two-momenta",
      #"""
      {
        "title": "Two momenta on 4x²",
        "description": "At a rate of 0.01 a momentum of 0.9 is faster than a rate of 0.03 without one at first, then swings for long; 0.65 keeps the gain and hardly swings. Without momentum 0.01 is the slowest.",
        "epochs": 100,
        "objective": { "type": "quadratic", "a": 4, "start": [2] },
        "curves": [
          { "name": "lr 0.01", "optimizer": { "type": "SGD", "lr": 0.01 } },
          { "name": "lr 0.03", "optimizer": { "type": "SGD", "lr": 0.03 } },
          { "name": "lr 0.01, momentum 0.9", "optimizer": { "type": "SGD", "lr": 0.01, "momentum": 0.9 } },
          { "name": "lr 0.01, momentum 0.65", "optimizer": { "type": "SGD", "lr": 0.01, "momentum": 0.65 } }
        ]
      }

      """#),
  ]
}
