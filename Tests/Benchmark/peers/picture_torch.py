"""What people do today: step a scheduler of torch over a stub, and draw what it did with matplotlib."""
import sys

import matplotlib

matplotlib.use("svg")
import torch
from matplotlib import pyplot

epochs = int(sys.argv[1])
optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
rates = []
for _ in range(epochs):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()
pyplot.figure(figsize=(7.2, 4))
pyplot.plot(rates)
pyplot.xlabel("epoch")
pyplot.ylabel("learning rate")
pyplot.savefig(sys.stdout.buffer, format="svg")
