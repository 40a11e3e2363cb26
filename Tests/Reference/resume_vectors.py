"""Interruptions that people ask about, each by what is known of it."""


def _file(scheduler, resume, lr=1, epochs=None, **more):
    optimizer = {"type": "SGD", "lr": lr, "momentum": 0.9}
    return {"epochs": epochs, "optimizer": optimizer, "scheduler": scheduler, "resume": resume, **more}


COSINE = {"type": "CosineAnnealingLR", "T_max": 8}
LINEAR = {"type": "LinearLR", "start_factor": 0.1, "total_iters": 4}
SEQUENCE = {"type": "SequentialLR", "milestones": [3], "schedulers": [
    {"type": "LinearLR", "start_factor": 0.1, "total_iters": 3}, {"type": "CosineAnnealingLR", "T_max": 6}]}
CYCLE = {"type": "OneCycleLR", "max_lr": 1, "total_steps": 10}
HALVES = {"type": "LambdaLR", "lr_lambda": "0.5 ** epoch"}
PLATEAU = {"type": "ReduceLROnPlateau", "factor": 0.5, "patience": 2}


def _cosine(epochs, resume, start=8):
    resume = {**resume, "with": {"epochs": epochs, **resume.get("with", {})}}
    return _file(COSINE, resume, epochs=start)


def _restored(scheduler, at, epochs, way="state_dict", patch=None, **more):
    resume = {"at": at, "restore": way, "with": {"epochs": epochs, **({"scheduler": patch} if patch else {})}}
    return _file(scheduler, resume, epochs=max(at, epochs - 1), **more)


def _three(milestone):
    return {"type": "SequentialLR", "milestones": [3, milestone], "schedulers": [
        {"type": "LinearLR", "start_factor": 0.1, "total_iters": 3}, {"type": "CosineAnnealingLR", "T_max": 6},
        {"type": "ConstantLR", "factor": 0.5}]}


VECTORS = {
    "R1": _cosine(8, {"at": 4}),
    "R2": _cosine(8, {"at": 4, "restore": "scheduler"}),
    "R3": _cosine(8, {"at": 4, "restore": "optimizer"}),
    "R4": _cosine(8, {"at": 4, "restore": "optimizer-then-build"}),
    "R5": _cosine(8, {"at": 4, "restore": "nothing"}),
    "R6": _cosine(12, {"at": 4, "with": {"scheduler": {"T_max": 12}}}),
    "R7": _cosine(12, {"at": 4, "after": {"scheduler.T_max": 12}}),
    "R8": _cosine(16, {"at": 8, "after": {"scheduler.T_max": 16}}),
    "R9": _cosine(8, {"at": 4, "after": {"optimizer.lr": 0.1}}),
    "R12": _cosine(8, {"at": 4, "restore": {"last_epoch": 4}}),
    "R13": _cosine(8, {"at": 4, "restore": "last_epoch"}),
    "R15": _cosine(12, {"at": 4, "restore": "last_epoch", "with": {"scheduler": {"T_max": 12}}}),
    "R16": _cosine(12, {"at": 6, "after": {"scheduler.T_max": 4}}),
    "R17": _file({"type": "CosineAnnealingLR", "T_max": 4},
                 {"at": 4, "with": {"epochs": 10}, "after": {"scheduler.T_max": 8, "scheduler.eta_min": 0.1}}, epochs=4),
    "R18": _restored({"type": "StepLR", "step_size": 2, "gamma": 0.5}, 5, 10, "optimizer"),
    "R19": _restored({"type": "StepLR", "step_size": 2, "gamma": 0.5}, 5, 10, patch={"step_size": 4}),
    "R20": _restored({"type": "ExponentialLR", "gamma": 0.5}, 3, 6, patch={"gamma": 0.9}),
    "R21": _restored({"type": "MultiStepLR", "milestones": [2, 6]}, 4, 10, patch={"milestones": [2, 8]}),
    "R22": _restored(LINEAR, 6, 12, "nothing"),
    "R23": _restored(LINEAR, 6, 12, "optimizer-then-build"),
    "R24": _restored(LINEAR, 6, 12, "optimizer"),
    "R25": _restored(LINEAR, 2, 8, "optimizer-first"),
    "R26": _restored(SEQUENCE, 5, 9),
    "R27": _restored(SEQUENCE, 5, 15, patch={"schedulers": [
        {"type": "LinearLR", "start_factor": 0.1, "total_iters": 3}, {"type": "CosineAnnealingLR", "T_max": 12}]}),
    "R28": _file(SEQUENCE, {"at": 5, "with": {"epochs": 15}, "after": {"scheduler.schedulers.1.T_max": 12}}, epochs=9),
    "R29": _restored(SEQUENCE, 5, 9, "scheduler"),
    "R30": _restored(SEQUENCE, 5, 9, "optimizer-first"),
    "R31": _restored(SEQUENCE, 2, 9, patch={"milestones": [6]}),
    "R32": _restored(SEQUENCE, 5, 12, patch=_three(8)),
    "R33": _restored(SEQUENCE, 5, 9, patch={"type": "CosineAnnealingLR", "T_max": 9}),
    "R34": _restored(CYCLE, 5, 20, patch={"total_steps": 20}),
    "R35": _file(CYCLE, {"at": 5, "with": {"epochs": 20}, "after": {"scheduler.total_steps": 20}}, epochs=10),
    "R37": _restored(CYCLE, 5, 20, "last_epoch", patch={"total_steps": 20}),
    "R38": _restored(CYCLE, 5, 10, "optimizer-first"),
    "R39": _restored(CYCLE, 5, 25, "optimizer-then-build", patch={"total_steps": 20}),
    "R40": _restored({"type": "CosineAnnealingWarmRestarts", "T_0": 3, "T_mult": 2}, 5, 12, patch={"T_0": 5, "T_mult": 1}),
    "R41": _restored({"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1.1, "step_size_up": 2, "step_size_down": 3}, 4, 10,
                     patch={"max_lr": 2.1}),
    "R42": _restored({"type": "PolynomialLR", "total_iters": 8}, 4, 12, patch={"total_iters": 12}),
    "R43": _restored(HALVES, 3, 7, patch={"lr_lambda": "0.9 ** epoch"}),
    "R45": _file(HALVES, {"at": 3, "with": {"epochs": 6, "optimizer": {"lr": 0.1}}}, epochs=5),
    "R46": _file(HALVES, {"at": 3, "restore": "scheduler", "with": {"epochs": 6, "optimizer": {"lr": 0.1}}}, epochs=5),
    "R48": _restored(HALVES, 3, 6, "optimizer-first"),
    "R49": _restored({"type": "ConstantLR", "factor": 0.1, "total_iters": 3}, 5, 9, "optimizer-first"),
    "R50": _restored({"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 4}, 2, 6, "optimizer-then-build"),
    "R51": _restored({"type": "ChainedScheduler", "schedulers": [
        {"type": "ConstantLR", "factor": 0.1, "total_iters": 3}, {"type": "ExponentialLR", "gamma": 0.9}]}, 2, 6,
        "optimizer-then-build"),
    "R52": _restored(PLATEAU, 5, 12, metric=0.5),
    "R53": _restored(PLATEAU, 5, 12, "scheduler", metric=0.5),
    "R54": _restored(PLATEAU, 5, 12, "optimizer", metric=0.5),
    "R55": _restored(PLATEAU, 5, 12, patch={"patience": 5}, metric=0.5),
    "R56": _restored(PLATEAU, 5, 12, patch={"min_lr": 0.3}, metric=0.5),
    "R59": _file(COSINE, {"at": 4, "with": {"optimizer": {"param_groups": [{}, {}]}}}, epochs=8),
    "lambda into cosine": _restored(HALVES, 3, 8, patch={"type": "CosineAnnealingLR", "T_max": 9}),
    "lambda into cosine and back": _restored(COSINE, 3, 8, patch=HALVES),
    "two interruptions": _file(
        COSINE, [{"at": 3, "with": {"epochs": 12}, "after": {"scheduler.T_max": 12}}, {"at": 7, "restore": "scheduler"}],
        epochs=8),
    "in the middle of an epoch": {**_file(COSINE, {"at": "10step", "with": {"epochs": 12}}, epochs=8), "steps_per_epoch": 4},
    "by the step": {
        **_file({**COSINE, "interval": "step"}, {"at": 10, "with": {"epochs": 5}}, epochs=4), "steps_per_epoch": 4},
}
