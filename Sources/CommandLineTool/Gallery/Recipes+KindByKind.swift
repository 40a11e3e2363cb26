// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let kindByKind: [Recipe] = [
    Recipe(
      "adam-onecycle",
      #"""
      {
        "title": "OneCycleLR in three phases, on AdamW",
        "description": "Up, down as fast, and a last stretch to almost nothing; beta1 takes the part of the momentum.",
        "source": "arXiv:1708.07120",
        "epochs": 100,
        "optimizer": { "type": "AdamW", "lr": 0.003, "betas": [0.9, 0.999] },
        "scheduler": { "type": "OneCycleLR", "max_lr": 0.003, "total_steps": 100, "pct_start": 0.3, "three_phase": true },
        "plot": { "theme": "dark" }
      }

      """#),
    Recipe(
      "chained",
      #"""
      {
        "title": "ChainedScheduler: a constant warm-up times a decay",
        "description": "ConstantLR holds the rate at a tenth for 5 epochs while ExponentialLR decays it: the two multiply.",
        "epochs": 50,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": {
          "type": "ChainedScheduler",
          "schedulers": [
            { "type": "ConstantLR", "factor": 0.1, "total_iters": 5 },
            { "type": "ExponentialLR", "gamma": 0.9 }
          ]
        }
      }

      """#),
    Recipe(
      "cosine",
      #"""
      {
        "title": "CosineAnnealingLR over 200 epochs with T_max 50",
        "description": "Half a cosine down to zero in 50 epochs; what follows climbs back up, as PyTorch does past T_max.",
        "source": "PyTorch learning-rate schedules, learning notes 7",
        "$lint": ["bounce"],
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "CosineAnnealingLR", "T_max": 50, "eta_min": 0 }
      }

      """#),
    Recipe(
      "cyclic",
      #"""
      {
        "title": "CyclicLR, halving its amplitude each cycle",
        "description": "Triangles between 0.001 and 0.1, each half as high as the one before; the momentum mirrors them.",
        "source": "arXiv:1506.01186",
        "epochs": 120,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "CyclicLR", "base_lr": 0.001, "max_lr": 0.1, "step_size_up": 20, "mode": "triangular2" }
      }

      """#),
    Recipe(
      "exponential",
      #"""
      {
        "title": "ExponentialLR, 5 % less each epoch",
        "description": "Every epoch multiplies the rate by 0.95.",
        "source": "PyTorch learning-rate schedules, learning notes 7",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "ExponentialLR", "gamma": 0.95 }
      }

      """#),
    Recipe(
      "lambda-groups",
      #"""
      {
        "title": "LambdaLR, one function for each of two groups",
        "description": "The first group falls to a tenth every 20 epochs, the second by 5 % each epoch.",
        "source": "PyTorch learning-rate schedules, learning notes 7",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9, "param_groups": [{ "name": "steps" }, { "name": "decay" }] },
        "scheduler": { "type": "LambdaLR", "lr_lambda": ["0.1 ** (epoch // 20)", "0.95 ** epoch"] }
      }

      """#),
    Recipe(
      "multiplicative",
      #"""
      {
        "title": "MultiplicativeLR, a factor that itself changes",
        "description": "Each epoch multiplies the rate by its own factor: 0.95, and 0.8 at every tenth epoch.",
        "epochs": 60,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "MultiplicativeLR", "lr_lambda": "0.95 if epoch % 10 else 0.8" }
      }

      """#),
    Recipe(
      "multistep",
      #"""
      {
        "title": "MultiStepLR, a tenth at epochs 50, 125 and 160",
        "description": "The rate falls to a tenth at each milestone.",
        "source": "PyTorch learning-rate schedules, learning notes 7",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "MultiStepLR", "milestones": [50, 125, 160], "gamma": 0.1 }
      }

      """#),
    Recipe(
      "multistep-lambda",
      #"""
      {
        "title": "MultiStepLR and LambdaLR on one optimizer",
        "description": "Both are stepped in turn. LambdaLR computes from the base rate and is stepped last, so it has the last word.",
        "source": "Adaptive learning rates in PyTorch",
        "$lint": ["overwrite"],
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": [
          { "type": "MultiStepLR", "milestones": [50, 125, 160], "gamma": 0.1 },
          { "type": "LambdaLR", "lr_lambda": "0.95 ** epoch" }
        ]
      }

      """#),
    Recipe(
      "onecycle",
      #"""
      {
        "title": "OneCycleLR, 10 epochs of 30 steps",
        "description": "Up to the peak in the first 30 % and down to almost nothing; the momentum mirrors the rate.",
        "source": "arXiv:1708.07120",
        "epochs": 10,
        "steps_per_epoch": 30,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "OneCycleLR", "interval": "step", "max_lr": 0.1, "epochs": 10, "steps_per_epoch": 30 }
      }

      """#),
    Recipe(
      "plateau",
      #"""
      {
        "title": "ReduceLROnPlateau on a loss that never improves",
        "description": "A constant loss: after 10 patient epochs the rate falls to a tenth, then rests for 10 epochs, down to 1e-4.",
        "source": "PyTorch learning-rate schedules, learning notes 7",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": {
          "type": "ReduceLROnPlateau", "mode": "min", "factor": 0.1, "patience": 10, "cooldown": 10, "min_lr": 1e-4
        },
        "metric": 0.5
      }

      """#),
    Recipe(
      "points",
      #"""
      {
        "title": "points, a curve through given values",
        "description": "Up to the base rate at step 20, down to a tenth of it at 50, and up to a half at 80: lines between points, and the ends held.",
        "source": "PyTorch Ignite: PiecewiseLinear([(20, 1.0), (50, 0.1), (80, 0.5)])",
        "steps": 100,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "points", "points": [[20, 1], [50, 0.1], [80, 0.5]] }
      }

      """#),
    Recipe(
      "polynomial",
      #"""
      {
        "title": "PolynomialLR of power 0.9, as segmentation networks use it",
        "description": "Almost a straight line down to zero.",
        "source": "arXiv:1606.00915",
        "epochs": 100,
        "optimizer": { "type": "SGD", "lr": 0.01, "momentum": 0.9 },
        "scheduler": { "type": "PolynomialLR", "total_iters": 100, "power": 0.9 }
      }

      """#),
    Recipe(
      "product",
      #"""
      {
        "title": "Product: a warm-up that dampens another schedule",
        "description": "Factors of one base rate multiply: a line up over 20 steps, and steps down that go on underneath.",
        "source": "The factor strings of T5X and scenic; dampening as in pytorch_warmup, arXiv:1910.04209",
        "$lint": ["zero-start"],
        "steps": 100,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": {
          "type": "Product",
          "schedulers": [
            { "type": "points", "points": [[0, 0], [20, 1]] },
            { "type": "StepLR", "step_size": 15, "gamma": 0.7 }
          ]
        }
      }

      """#),
    Recipe(
      "sequential",
      #"""
      {
        "title": "ResNet-50, 90 epochs",
        "description": "5 epochs of linear warm-up, then half a cosine over the other 85.",
        "source": "arXiv:1706.02677",
        "epochs": 90,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": {
          "type": "SequentialLR",
          "milestones": [5],
          "schedulers": [
            { "type": "LinearLR", "start_factor": 0.1, "total_iters": 5 },
            { "type": "CosineAnnealingLR", "T_max": 85 }
          ]
        }
      }

      """#),
    Recipe(
      "step",
      #"""
      {
        "title": "StepLR, a tenth every 50 epochs",
        "description": "The rate holds for 50 epochs and then falls to a tenth.",
        "source": "PyTorch learning-rate schedules, learning notes 7",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "StepLR", "step_size": 50, "gamma": 0.1 }
      }

      """#),
    Recipe(
      "swa",
      #"""
      {
        "title": "Cosine annealing, then stochastic weight averaging",
        "description": "From epoch 160 the rate is annealed within 10 epochs to the constant one that averaging wants.",
        "source": "arXiv:1803.05407",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": {
          "type": "SequentialLR",
          "milestones": [160],
          "schedulers": [
            { "type": "CosineAnnealingLR", "T_max": 160, "eta_min": 0.001 },
            { "type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 10, "anneal_strategy": "cos" }
          ]
        }
      }

      """#),
    Recipe(
      "table",
      #"""
      {
        "title": "table, a value for each step",
        "description": "Ten factors, one for each boosting round, and the last one held.",
        "source": "LightGBM: reset_parameter(learning_rate=[…])",
        "steps": 15,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "table", "values": [1, 1, 0.8, 0.8, 0.6, 0.6, 0.4, 0.3, 0.2, 0.1] }
      }

      """#),
    Recipe(
      "triangular",
      #"""
      {
        "title": "A triangular cycle, written by hand",
        "description": "From 1e-5 up to 0.01 in 2000 iterations and back down in as many, twice.",
        "source": "Adaptive learning rates in PyTorch; the formula is of arXiv:1506.01186",
        "epochs": 8000,
        "optimizer": { "type": "SGD", "lr": 1.0 },
        "scheduler": {
          "type": "LambdaLR",
          "$comment": "cycle = floor(1 + it / (2 * step)), x = abs(it / step - 2 * cycle + 1), min + (max - min) * max(0, 1 - x)",
          "lr_lambda": "1e-5 + (0.01 - 1e-5) * max(0, 1 - abs(epoch / 2000 - 2 * floor(1 + epoch / (2 * 2000)) + 1))"
        }
      }

      """#),
    Recipe(
      "warm-restarts",
      #"""
      {
        "title": "CosineAnnealingWarmRestarts, a restart every 10 epochs",
        "description": "Half a cosine down, and back to the base rate at each restart; eta_min itself is never reached.",
        "source": "Adaptive learning rates in PyTorch; arXiv:1608.03983",
        "epochs": 50,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "CosineAnnealingWarmRestarts", "T_0": 10, "T_mult": 1, "eta_min": 1e-6 }
      }

      """#),
    Recipe(
      "warmup-linear",
      #"""
      {
        "title": "Linear warm-up over 10 epochs",
        "description": "The rate is lr · epoch / 10 until epoch 10, and the base rate from then on; the first epoch trains at zero.",
        "source": "Adaptive learning rates in PyTorch",
        "$lint": ["zero-start"],
        "epochs": 50,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9 },
        "scheduler": { "type": "LambdaLR", "lr_lambda": "epoch / 10 if epoch < 10 else 1" }
      }

      """#),
  ]
}
