// output: 3ff8000000000000 1.5 -2 1073217536 0 1.5 6
// lacking: birensupa:br1xx (it has no double)
// A double's bits, in a kernel's compare-and-swap and on their own.
#include <cstdio>
__device__ double add(double* p, double v) {
  unsigned long long* bits = (unsigned long long*)p;
  unsigned long long old = *bits, seen;
  do {
    seen = old;
    old = atomicCAS(bits, seen, __double_as_longlong(v + __longlong_as_double(seen)));
  } while (seen != old);
  return __longlong_as_double(old);
}
__global__ void bits(long long* whole, double* values, int* halves) {
  add(values + 3, 1.5);
  if (threadIdx.x == 0) {
    whole[0] = __double_as_longlong(1.5);
    values[0] = __longlong_as_double(whole[0]);
    values[1] = __longlong_as_double(__double_as_longlong(2.0) | 1ll << 63);
    halves[0] = __double2hiint(1.5), halves[1] = __double2loint(1.5);
    values[2] = __hiloint2double(halves[0], halves[1]);
  }
}
int main() {
  long long *w, whole;
  double *v, values[4] = {};
  int *h, halves[2];
  cudaMalloc(&w, sizeof whole), cudaMalloc(&v, sizeof values), cudaMalloc(&h, sizeof halves);
  cudaMemcpy(v, values, sizeof values, cudaMemcpyHostToDevice);
  bits<<<1, 4>>>(w, v, h);
  cudaMemcpy(&whole, w, sizeof whole, cudaMemcpyDeviceToHost);
  cudaMemcpy(values, v, sizeof values, cudaMemcpyDeviceToHost);
  cudaMemcpy(halves, h, sizeof halves, cudaMemcpyDeviceToHost);
  printf("%llx %g %g %d %d %g %g\n", (unsigned long long)whole, values[0], values[1], halves[0], halves[1], values[2], values[3]);
}
