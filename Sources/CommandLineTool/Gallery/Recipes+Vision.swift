// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  static let vision: [Recipe] = [
    Recipe(
      "vision/cifar10-fast",
      #"""
      {
        "title": "cifar10-fast: 94 % in 24 epochs",
        "description": "One triangle: up to 0.4 at epoch 5, and down to zero at epoch 24.",
        "source": "David Page, How to train your ResNet; github.com/davidcpage/cifar10-fast, dawn.py: PiecewiseLinear([0, 5, 24], [0, 0.4, 0]), batch_size 512, drop_last",
        "$comment": "97 updates an epoch. The first update has step_number 1, so the corners are one update early. The rate of a batch is the script’s, which divides it by the batch size because it sums the losses.",
        "epochs": 24,
        "steps_per_epoch": { "dataset_size": 50000, "batch_size": 512, "drop_last": true },
        "rows": { "every": 10 },
        "optimizer": { "type": "SGD", "lr": 0.4, "momentum": 0.9, "nesterov": true },
        "scheduler": { "type": "points", "points": [[-1, 0], [484, 1], [2327, 0]] }
      }

      """#),
    Recipe(
      "vision/clip-vit-b32",
      #"""
      {
        "title": "CLIP, ViT-B/32",
        "description": "2000 updates of warm-up, then half a cosine over 32 epochs of 400 million pairs.",
        "source": "Radford et al. 2021, arXiv:2103.00020, tables 18 and 20: learning rate 5e-4, 2000 warm-up iterations, batch 32,768, 32 epochs",
        "$comment": "Inferred: 32 × 400 million / 32,768 are 390,625 updates.",
        "$lint": ["zero-start"],
        "steps": 390625,
        "rows": { "every": 1000 },
        "optimizer": { "type": "AdamW", "lr": 0.0005, "betas": [0.9, 0.98], "eps": 1e-6, "weight_decay": 0.2 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 390625, "warmup_steps": 2000, "min_ratio": 0 }
      }

      """#),
    Recipe(
      "vision/clr-triangular2",
      #"""
      {
        "title": "Cyclical learning rates, triangular2 on CIFAR-10",
        "description": "Triangles of 4000 iterations between 0.001 and 0.006, each half as high as the one before.",
        "source": "Smith 2017, arXiv:1506.01186, table 1: base 0.001, max 0.006, step size 2000, 25,000 iterations",
        "steps": 25000,
        "rows": { "every": 100 },
        "optimizer": { "type": "SGD", "lr": 0.006, "momentum": 0.9, "weight_decay": 0.004 },
        "scheduler": {
          "type": "CyclicLR",
          "interval": "step",
          "base_lr": 0.001,
          "max_lr": 0.006,
          "step_size_up": 2000,
          "mode": "triangular2",
          "cycle_momentum": false
        }
      }

      """#),
    Recipe(
      "vision/convnext-tiny",
      #"""
      {
        "title": "ConvNeXt-T: 20 epochs of warm-up, 280 of cosine",
        "description": "AdamW at 0.004 for a batch of 4096, down to a millionth.",
        "source": "Liu et al. 2022, arXiv:2201.03545; github.com/facebookresearch/ConvNeXt, TRAINING.md: --lr 4e-3, with main.py’s 300 epochs, --warmup_epochs 20 and --min_lr 1e-6",
        "$comment": "312 updates an epoch. The warm-up is numpy.linspace, whose last update has the peak already.",
        "$lint": ["zero-start"],
        "epochs": 300,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 4096, "drop_last": true },
        "rows": { "every": 100 },
        "optimizer": { "type": "AdamW", "lr": 0.004, "weight_decay": 0.05 },
        "scheduler": {
          "type": "cosine-warmup",
          "total_steps": 93600,
          "warmup_steps": 6240,
          "warmup_from": "inclusive",
          "min_ratio": 0.00025
        }
      }

      """#),
    Recipe(
      "vision/deit-small",
      #"""
      {
        "title": "DeiT-S with timm",
        "description": "Five epochs of warm-up, and a cosine of 300 that has begun when they end: the peak is never reached.",
        "source": "Touvron et al. 2020, arXiv:2012.12877; github.com/facebookresearch/deit, README_deit.md and main.py: --batch-size 256 on 4 GPUs, --lr 5e-4 for 512 images, --warmup-lr 1e-6, --min-lr 1e-5, --warmup-epochs 5, --epochs 300",
        "$comment": "5e-4 × 1024/512 = 0.001. timm’s default, warmup_prefix false, evaluates the cosine at epoch 5 where the warm-up ends: 0.9993 of the peak.",
        "epochs": 300,
        "optimizer": { "type": "AdamW", "lr": 0.001, "weight_decay": 0.05 },
        "scheduler": {
          "type": "timm.CosineLRScheduler",
          "t_initial": 300,
          "lr_min": 1e-5,
          "warmup_t": 5,
          "warmup_lr_init": 1e-6
        }
      }

      """#),
    Recipe(
      "vision/densenet-cifar",
      #"""
      {
        "title": "DenseNet on CIFAR: a tenth at half and at three quarters",
        "description": "300 epochs from 0.1, with steps at epochs 150 and 225.",
        "source": "Huang et al. 2016, arXiv:1608.06993, section 4.2",
        "$comment": "Batch 64, Nesterov momentum 0.9.",
        "epochs": 300,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9, "weight_decay": 0.0001, "nesterov": true },
        "scheduler": { "type": "MultiStepLR", "milestones": [150, 225], "gamma": 0.1 }
      }

      """#),
    Recipe(
      "vision/dino-vit-small",
      #"""
      {
        "title": "DINO: rate, weight decay and the teacher’s momentum",
        "description": "Ten epochs of warm-up and a cosine, while weight decay grows tenfold and the teacher’s momentum goes to 1.",
        "source": "Caron et al. 2021, arXiv:2104.14294; github.com/facebookresearch/dino, main_dino.py: --lr 0.0005 for 256, --warmup_epochs 10, --min_lr 1e-6, --weight_decay 0.04 to 0.4, --momentum_teacher 0.996, 100 epochs",
        "$comment": "Eight GPUs with 64 images each: a rate of 0.001, and 2502 updates an epoch. The warm-up is numpy.linspace, whose last update has the peak already.",
        "$lint": ["zero-start"],
        "epochs": 100,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 64, "world_size": 8, "drop_last": true },
        "rows": { "every": 278 },
        "optimizer": { "type": "AdamW", "lr": 0.001, "weight_decay": 0.04 },
        "scheduler": {
          "type": "cosine-warmup",
          "total_steps": 250200,
          "warmup_steps": 25020,
          "warmup_from": "inclusive",
          "min_ratio": 0.001
        },
        "quantities": {
          "weight_decay": {
            "initial": 0.04,
            "scheduler": { "type": "CosineAnnealingLR", "interval": "step", "T_max": 250200, "eta_min": 0.4 }
          },
          "teacher_momentum": {
            "initial": 0.996,
            "scheduler": { "type": "CosineAnnealingLR", "interval": "step", "T_max": 250200, "eta_min": 1 }
          }
        }
      }

      """#),
    Recipe(
      "vision/efficientnet-b2",
      #"""
      {
        "title": "EfficientNet-B2 with timm: 3 % less every 2.4 epochs",
        "description": "450 epochs of small steps, three of warm-up in front.",
        "source": "Tan & Le 2019, arXiv:1905.11946; timm’s training script: --model efficientnet_b2 -b 128 --sched step --epochs 450 --decay-epochs 2.4 --decay-rate .97 --opt rmsproptf --warmup-lr 1e-6 --lr .016",
        "$comment": "Three epochs of warm-up were the script’s default, and the decay counted from epoch 0: warmup_prefix false.",
        "epochs": 450,
        "optimizer": { "type": "RMSprop", "lr": 0.016, "momentum": 0.9, "weight_decay": 1e-5 },
        "scheduler": {
          "type": "timm.StepLRScheduler",
          "decay_t": 2.4,
          "decay_rate": 0.97,
          "warmup_t": 3,
          "warmup_lr_init": 1e-6,
          "warmup_prefix": false
        },
        "plot": { "y": "log" }
      }

      """#),
    Recipe(
      "vision/flax-imagenet",
      #"""
      {
        "title": "ResNet-50 on ImageNet, the Flax example",
        "description": "optax: five epochs up along a line, 95 down along half a cosine.",
        "source": "github.com/google/flax, examples/imagenet, train.py: create_learning_rate_fn, and configs/default.py: learning_rate 0.1, warmup_epochs 5, num_epochs 100, batch_size 128",
        "$comment": "The base rate is 0.1 × 128/256 = 0.05, and an epoch has 10,009 updates. optax counts them from 0, so the peak is at the first one of epoch 5.",
        "$lint": ["zero-start"],
        "epochs": 100,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 128, "drop_last": true },
        "rows": { "every": 1000 },
        "optimizer": { "type": "SGD", "lr": 0.05, "momentum": 0.9, "nesterov": true },
        "scheduler": {
          "type": "optax.join_schedules",
          "boundaries": [50045],
          "schedules": [
            { "type": "optax.linear_schedule", "init_value": 0.0, "end_value": 0.05, "transition_steps": 50045 },
            { "type": "optax.cosine_decay_schedule", "init_value": 0.05, "decay_steps": 950855 }
          ]
        }
      }

      """#),
    Recipe(
      "vision/inception-v3",
      #"""
      {
        "title": "Inception-v3: 6 % less every two epochs",
        "description": "A staircase of 50 small steps.",
        "source": "Szegedy et al. 2015, arXiv:1512.00567, section 8: learning rate 0.045, decayed every two epochs with an exponential rate of 0.94",
        "$comment": "50 workers of batch 32; RMSProp with decay 0.9 and epsilon 1.0. The paper trains for 100 epochs.",
        "epochs": 100,
        "optimizer": { "type": "RMSprop", "lr": 0.045, "alpha": 0.9, "eps": 1.0, "momentum": 0.9 },
        "scheduler": { "type": "StepLR", "step_size": 2, "gamma": 0.94 }
      }

      """#),
    Recipe(
      "vision/lenet-caffe",
      #"""
      {
        "title": "LeNet on MNIST in Caffe",
        "description": "An inverse power of the iteration over 10,000 iterations, from 0.01 to 0.006.",
        "source": "github.com/BVLC/caffe, examples/mnist/lenet_solver.prototxt: base_lr 0.01, momentum 0.9, lr_policy inv, gamma 0.0001, power 0.75, max_iter 10000",
        "steps": 10000,
        "rows": { "every": 20 },
        "optimizer": { "type": "SGD", "lr": 0.01, "momentum": 0.9, "weight_decay": 0.0005 },
        "scheduler": { "type": "caffe.inv", "gamma": 0.0001, "power": 0.75, "max_iter": 10000 }
      }

      """#),
    Recipe(
      "vision/mae-finetune-vit-base",
      #"""
      {
        "title": "MAE, ViT-B fine-tuned with layer-wise decay",
        "description": "Five epochs of warm-up and half a cosine; each layer at 0.65 of the rate of the next.",
        "source": "He et al. 2021, arXiv:2111.06377; github.com/facebookresearch/mae, FINETUNE.md: --blr 5e-4, effective batch 1024, --layer_decay 0.65, --weight_decay 0.05, --epochs 100, with main_finetune.py’s --warmup_epochs 5 and --min_lr 1e-6",
        "$comment": "5e-4 · 1024 / 256 is 0.002. Fourteen layers: the embedding, twelve blocks and the head. The rate’s floor is scaled as the rate is.",
        "$lint": ["zero-start"],
        "epochs": 100,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 32, "world_size": 32, "drop_last": true },
        "rows": { "every": 417 },
        "optimizer": {
          "type": "AdamW",
          "lr": 0.002,
          "weight_decay": 0.05,
          "param_groups": [{ "name": "layer", "layers": { "count": 14, "lr_decay": 0.65 } }]
        },
        "scheduler": { "type": "cosine-warmup", "total_steps": 125100, "warmup_steps": 6255, "min_ratio": 0.0005 }
      }

      """#),
    Recipe(
      "vision/mae-vit-large",
      #"""
      {
        "title": "MAE pre-training, ViT-L",
        "description": "40 epochs of warm-up and 760 of cosine to zero, at 1.5e-4 for every 256 images.",
        "source": "He et al. 2021, arXiv:2111.06377; github.com/facebookresearch/mae, PRETRAIN.md and util/lr_sched.py: --epochs 800 --warmup_epochs 40 --blr 1.5e-4",
        "$comment": "Batch 4096, on 64 GPUs: 1.5e-4 × 16 = 0.0024, and 312 updates an epoch.",
        "$lint": ["zero-start"],
        "epochs": 800,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 64, "world_size": 64, "drop_last": true },
        "rows": { "every": 312 },
        "optimizer": { "type": "AdamW", "lr": 0.0024, "betas": [0.9, 0.95], "weight_decay": 0.05 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 249600, "warmup_steps": 12480, "min_ratio": 0 }
      }

      """#),
    Recipe(
      "vision/mobilenet-v2",
      #"""
      {
        "title": "MobileNetV2: 2 % less every epoch",
        "description": "An exponential decay over 300 epochs.",
        "source": "Sandler et al. 2018, arXiv:1801.04381, section 6.1; torchvision: --epochs 300 --lr 0.045 --lr-step-size 1 --lr-gamma 0.98",
        "epochs": 300,
        "optimizer": { "type": "SGD", "lr": 0.045, "momentum": 0.9, "weight_decay": 4e-5 },
        "scheduler": { "type": "ExponentialLR", "gamma": 0.98 },
        "plot": { "y": "log" }
      }

      """#),
    Recipe(
      "vision/moco",
      #"""
      {
        "title": "MoCo v1: a tenth at epochs 120 and 160",
        "description": "Contrastive pre-training for 200 epochs from 0.03.",
        "source": "He et al. 2019, arXiv:1911.05722, section 4; github.com/facebookresearch/moco, main_moco.py: --lr 0.03 --schedule 120 160",
        "$comment": "Batch 256.",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.03, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "MultiStepLR", "milestones": [120, 160], "gamma": 0.1 }
      }

      """#),
    Recipe(
      "vision/resnet50-one-hour",
      #"""
      {
        "title": "ResNet-50 in one hour: linear scaling and gradual warm-up",
        "description": "From 0.1 to 3.2 in five epochs, update by update; then a tenth at epochs 30, 60 and 80.",
        "source": "Goyal et al. 2017, arXiv:1706.02677, sections 2.1, 2.2 and 5.1",
        "$comment": "256 GPUs with 32 images each, so 0.1 × 8192/256 = 3.2; the warm-up starts at 0.1 = 3.2 / 32. Inferred: 156 updates an epoch. Milestones count from the end of the warm-up.",
        "epochs": 90,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 32, "world_size": 256, "drop_last": true },
        "rows": { "every": 26 },
        "optimizer": { "type": "SGD", "lr": 3.2, "momentum": 0.9, "weight_decay": 0.0001, "nesterov": true },
        "scheduler": {
          "type": "SequentialLR",
          "interval": "step",
          "milestones": [780],
          "schedulers": [
            { "type": "LinearLR", "start_factor": 0.03125, "total_iters": 780 },
            { "type": "MultiStepLR", "milestones": [3900, 8580, 11700], "gamma": 0.1 }
          ]
        }
      }

      """#),
    Recipe(
      "vision/resnet50-step",
      #"""
      {
        "title": "ResNet-50 on ImageNet, the classic step decay",
        "description": "A tenth of the rate every 30 epochs: what the PyTorch ImageNet example does to this day.",
        "source": "He et al. 2015, arXiv:1512.03385; github.com/pytorch/examples, imagenet/main.py",
        "$comment": "Batch 256. The paper itself divides by 10 when the error plateaus; the example does so every 30 epochs.",
        "epochs": 90,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "StepLR", "step_size": 30, "gamma": 0.1 }
      }

      """#),
    Recipe(
      "vision/resnet50-torchvision-v2",
      #"""
      {
        "title": "ResNet-50, torchvision’s new recipe",
        "description": "600 epochs: five of warm-up from a hundredth, then half a cosine to zero.",
        "source": "github.com/pytorch/vision, references/classification: --lr 0.5 --lr-warmup-epochs 5 --lr-warmup-method linear --epochs 600",
        "$comment": "Batch 8 × 128. The warm-up factor 0.01 is the script’s default for --lr-warmup-decay, and --lr-min is 0.",
        "epochs": 600,
        "optimizer": { "type": "SGD", "lr": 0.5, "momentum": 0.9, "weight_decay": 2e-5 },
        "scheduler": {
          "type": "SequentialLR",
          "milestones": [5],
          "schedulers": [
            { "type": "LinearLR", "start_factor": 0.01, "total_iters": 5 },
            { "type": "CosineAnnealingLR", "T_max": 595, "eta_min": 0 }
          ]
        }
      }

      """#),
    Recipe(
      "vision/sgdr",
      #"""
      {
        "title": "SGDR on CIFAR: warm restarts, each cycle twice as long",
        "description": "Cosines of 10, 20, 40 and 80 epochs, each from 0.05 again.",
        "source": "Loshchilov & Hutter 2017, arXiv:1608.03983: T_0 = 10, T_mult = 2",
        "$comment": "Wide ResNet 28-10. The rate moves with every batch of 128, of which an epoch has 391. 150 epochs end with the fourth cycle.",
        "epochs": 150,
        "steps_per_epoch": { "dataset_size": 50000, "batch_size": 128 },
        "rows": { "every": 100 },
        "optimizer": { "type": "SGD", "lr": 0.05, "momentum": 0.9, "weight_decay": 0.0005, "nesterov": true },
        "scheduler": { "type": "CosineAnnealingWarmRestarts", "interval": "step", "T_0": 3910, "T_mult": 2 }
      }

      """#),
    Recipe(
      "vision/simclr",
      #"""
      {
        "title": "SimCLR: LARS with a batch of 4096",
        "description": "0.3 for every 256 images: ten epochs up to 4.8, then half a cosine to zero.",
        "source": "Chen et al. 2020, arXiv:2002.05709, section 2.2: learning rate 4.8 (= 0.3 × batch/256), linear warm-up for the first 10 epochs, cosine decay without restarts; github.com/google-research/simclr, model_util.py",
        "$comment": "100 epochs, as in most of the paper’s ablations: 100 · 1,281,167 / 4096 are 31,279 updates, and 3127 of them warm up. The optimizer is LARS; its rate is what counts here, so SGD stands for it.",
        "$lint": ["zero-start"],
        "steps": 31279,
        "rows": { "every": 50 },
        "batch": 4096,
        "optimizer": { "type": "SGD", "lr": 4.8, "momentum": 0.9, "weight_decay": 1e-6 },
        "scheduler": { "type": "cosine-warmup", "total_steps": 31279, "warmup_steps": 3127, "min_ratio": 0 }
      }

      """#),
    Recipe(
      "vision/snapshot-ensemble",
      #"""
      {
        "title": "Snapshot ensemble: six models from one run",
        "description": "Six cosines of 50 epochs; the model at the end of each joins the ensemble.",
        "source": "Huang et al. 2017, arXiv:1704.00109: M = 6 cycles, initial rate 0.2",
        "$comment": "The paper has 300 epochs for DenseNet on CIFAR. The rate moves with every batch of 64, of which an epoch has 782.",
        "epochs": 300,
        "steps_per_epoch": { "dataset_size": 50000, "batch_size": 64 },
        "rows": { "every": 391 },
        "optimizer": { "type": "SGD", "lr": 0.2, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": { "type": "CosineAnnealingWarmRestarts", "interval": "step", "T_0": 39100 }
      }

      """#),
    Recipe(
      "vision/super-convergence",
      #"""
      {
        "title": "Super-convergence: one triangle up to a rate of 3",
        "description": "ResNet-56 on CIFAR-10 in 10,000 iterations, up from 0.1 to 3 and back.",
        "source": "Smith & Topin 2017, arXiv:1708.07120, figure 1a: learning rate 0.1 to 3, step size 5000",
        "$comment": "Written with OneCycleLR: div_factor 3 / 0.1 = 30, and final_div_factor 1 because this early form has no annihilation. Its peak is at step 0.5 · 10,000 − 1 = 4999. Momentum stays 0.9.",
        "steps": 10000,
        "rows": { "every": 10 },
        "optimizer": { "type": "SGD", "lr": 3, "momentum": 0.9, "weight_decay": 0.0001 },
        "scheduler": {
          "type": "OneCycleLR",
          "interval": "step",
          "max_lr": 3,
          "total_steps": 10000,
          "pct_start": 0.5,
          "anneal_strategy": "linear",
          "div_factor": 30.0,
          "final_div_factor": 1,
          "cycle_momentum": false
        }
      }

      """#),
    Recipe(
      "vision/swa-vgg16",
      #"""
      {
        "title": "Stochastic weight averaging, VGG-16 on CIFAR-100",
        "description": "High for half of 161 epochs, down along a line, and then constant at 0.01 while the weights are averaged.",
        "source": "Izmailov et al. 2018, arXiv:1803.05407; github.com/timgaripov/swa, train.py: --epochs=300 --lr_init=0.05 --swa_start=161 --swa_lr=0.01",
        "$comment": "The function is the script’s own, with t = epoch / swa_start and a last ratio of 0.01 / 0.05 = 0.2.",
        "epochs": 300,
        "optimizer": { "type": "SGD", "lr": 0.05, "momentum": 0.9, "weight_decay": 0.0005 },
        "scheduler": {
          "type": "LambdaLR",
          "lr_lambda": "1.0 if epoch / 161 <= 0.5 else (1.0 - (1.0 - 0.2) * (epoch / 161 - 0.5) / 0.4 if epoch / 161 <= 0.9 else 0.2)"
        }
      }

      """#),
    Recipe(
      "vision/swin-tiny",
      #"""
      {
        "title": "Swin-T with timm",
        "description": "20 epochs of warm-up, and then 280 of cosine, stepped with every update.",
        "source": "Liu et al. 2021, arXiv:2103.14030; github.com/microsoft/Swin-Transformer, config.py and lr_scheduler.py: BASE_LR 5e-4, WARMUP_LR 5e-7, MIN_LR 5e-6 for 512 images, WARMUP_EPOCHS 20, EPOCHS 300",
        "$comment": "All three rates are doubled for a batch of 1024, eight GPUs with 128 images each. WARMUP_PREFIX is true since 2022; before, the cosine was 300 epochs long and had begun when the warm-up ended.",
        "epochs": 300,
        "steps_per_epoch": { "dataset_size": 1281167, "batch_size": 128, "world_size": 8, "drop_last": true },
        "rows": { "every": 417 },
        "optimizer": { "type": "AdamW", "lr": 0.001, "weight_decay": 0.05 },
        "scheduler": {
          "type": "timm.CosineLRScheduler",
          "t_initial": 350280,
          "lr_min": 1e-5,
          "warmup_t": 25020,
          "warmup_lr_init": 1e-6,
          "warmup_prefix": true,
          "t_in_epochs": false
        }
      }

      """#),
    Recipe(
      "vision/vit-large-imagenet21k",
      #"""
      {
        "title": "Vision Transformer on ImageNet-21k",
        "description": "10,000 steps of warm-up, then a line to zero over 90 epochs.",
        "source": "Dosovitskiy et al. 2020, arXiv:2010.11929, table 3: ViT-L/16, 90 epochs, base rate 0.001, linear decay, batch 4096, 10k steps of warm-up",
        "$comment": "Inferred: 14.2 million images × 90 / 4096 are 312,000 updates.",
        "$lint": ["zero-start"],
        "steps": 312000,
        "rows": { "every": 1000 },
        "optimizer": { "type": "Adam", "lr": 0.001, "weight_decay": 0.03 },
        "scheduler": { "type": "linear-to-zero", "total_steps": 312000, "warmup_steps": 10000 }
      }

      """#),
    Recipe(
      "vision/wide-resnet-cifar",
      #"""
      {
        "title": "Wide ResNet on CIFAR: a fifth at epochs 60, 120 and 160",
        "description": "200 epochs from 0.1, in steps of 0.2.",
        "source": "Zagoruyko & Komodakis 2016, arXiv:1605.07146, section 3",
        "$comment": "Batch 128, Nesterov momentum 0.9.",
        "epochs": 200,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9, "weight_decay": 0.0005, "nesterov": true },
        "scheduler": { "type": "MultiStepLR", "milestones": [60, 120, 160], "gamma": 0.2 }
      }

      """#),
  ]
}
