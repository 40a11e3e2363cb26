// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let generative: [Recipe] = [
    Recipe(
      "generative/cyclegan",
      #"""
      {
        "title": "CycleGAN: 100 epochs flat, 100 along a line",
        "description": "Adam at 2e-4, towards zero in the second half.",
        "source": "Zhu et al. 2017, arXiv:1703.10593; github.com/junyanz/pytorch-CycleGAN-and-pix2pix, models/networks.py: lambda_rule",
        "$comment": "The function is the repository’s, with epoch_count 1, n_epochs 100 and n_epochs_decay 100.",
        "epochs": 200,
        "optimizer": { "type": "Adam", "lr": 0.0002, "betas": [0.5, 0.999] },
        "scheduler": { "type": "LambdaLR", "lr_lambda": "1.0 - max(0, epoch + 1 - 100) / 101" }
      }

      """#),
    Recipe(
      "generative/gaussian-splatting",
      #"""
      {
        "title": "3D Gaussian splatting, the positions",
        "description": "From 1.6e-4 to 1.6e-6 in 30,000 iterations, along a line in the logarithm.",
        "source": "Kerbl et al. 2023, arXiv:2308.04079; github.com/graphdeco-inria/gaussian-splatting, arguments/__init__.py: position_lr_init 0.00016, position_lr_final 0.0000016, position_lr_max_steps 30,000",
        "$comment": "Iterations are counted from 1. Before the factor for the size of the scene; the other rates are constant.",
        "steps": 30000,
        "rows": { "every": 100 },
        "optimizer": { "type": "Adam", "lr": 0.00016, "eps": 1e-15 },
        "scheduler": { "type": "LambdaLR", "interval": "step", "lr_lambda": "0.01 ** ((step + 1) / 30000)" },
        "plot": { "y": "log" }
      }

      """#),
    Recipe(
      "generative/nerf",
      #"""
      {
        "title": "NeRF",
        "description": "An exponential decay by ten in 250,000 iterations, of which 200,000 are run.",
        "source": "Mildenhall et al. 2020, arXiv:2003.08934; github.com/bmild/nerf, run_nerf.py: --lrate 5e-4 --lrate_decay 250",
        "$comment": "5e-4 · 0.1^(iteration / 250,000).",
        "steps": 200000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "Adam", "lr": 0.0005 },
        "scheduler": { "type": "LambdaLR", "interval": "step", "lr_lambda": "0.1 ** (step / 250000)" },
        "plot": { "y": "log" }
      }

      """#),
    Recipe(
      "generative/stable-diffusion-v1",
      #"""
      {
        "title": "Stable Diffusion v1",
        "description": "10,000 updates of warm-up to 1e-4, and constant from there on.",
        "source": "github.com/CompVis/stable-diffusion, configs/stable-diffusion/v1-inference.yaml: LambdaLinearScheduler, warm_up_steps 10000, f_start 1e-6, f_max 1; model card: 237,000 steps at 256 × 256",
        "$comment": "Batch 2048; the first of the model’s stages.",
        "steps": 237000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "AdamW", "lr": 0.0001 },
        "scheduler": { "type": "LinearLR", "interval": "step", "start_factor": 1e-6, "total_iters": 10000 }
      }

      """#),
  ]
}
