/* What a process costs, whatever it does: built static, as lrplot is. */
#include <stdio.h>

int main(void) {
  puts("hello");
  return 0;
}
