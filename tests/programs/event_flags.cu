// output: 0 0 0 0 1
// lacking: birensupa:br1xx (no flags of events are known for it)
// Flags that CUDA's C++ header lets a call give or leave out.
#include <cstdio>
__global__ void one(int* p) { *p = 1; }
int main() {
  cudaEvent_t plain, quiet;
  cudaStream_t stream;
  int *d, h = 0;
  cudaMalloc(&d, sizeof h);
  cudaStreamCreate(&stream);
  printf("%d %d ", cudaEventCreate(&plain), cudaEventCreate(&quiet, cudaEventDisableTiming));
  one<<<1, 1, 0, stream>>>(d);
  cudaEventRecord(quiet, stream);
  printf("%d %d ", cudaStreamWaitEvent(0, quiet), cudaStreamWaitEvent(stream, quiet, 0));
  cudaStreamSynchronize(stream);
  cudaMemcpy(&h, d, sizeof h, cudaMemcpyDeviceToHost);
  printf("%d\n", h);
  cudaEventDestroy(plain), cudaEventDestroy(quiet);
}
