"""A cosine schedule drawn by matplotlib."""
import sys

import matplotlib

matplotlib.use("svg")
import numpy
from matplotlib import pyplot

steps = int(sys.argv[1])
count = numpy.arange(steps)
pyplot.figure(figsize=(7.2, 4))
pyplot.plot(count, 0.05 * (1 + numpy.cos(numpy.pi * count / steps)))
pyplot.xlabel("epoch")
pyplot.ylabel("learning rate")
pyplot.savefig(sys.stdout.buffer, format="svg")
