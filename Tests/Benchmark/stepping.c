/* Torch's cosine recurrence, as lrplot steps it: the same operations in the same order. Prints the last rate. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  const long steps = argc > 1 ? atol(argv[1]) : 1000000;
  const double t_max = (double)steps, base = 0.1, eta_min = 0;
  double rate = base;
  for (long step = 1; step <= steps; step++) {
    const double epoch = (double)step;
    if (fmod(epoch - 1 - t_max, 2 * t_max) == 0)
      rate = rate + (base - eta_min) * (1 - cos(M_PI / t_max)) / 2;
    else
      rate = (1 + cos(M_PI * epoch / t_max)) / (1 + cos(M_PI * (epoch - 1) / t_max)) * (rate - eta_min) + eta_min;
  }
  printf("%.17g\n", rate);
  return 0;
}
