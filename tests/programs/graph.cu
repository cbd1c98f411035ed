// output: 12
// lacking: birensupa:br1xx (its graphs are task graphs, and it has no capture modes)
// A captured stream is a graph that can be launched again and again.
#include <cstdio>
__global__ void add(int* p, int v) { *p += v; }
int main() {
  int *d, h = 0;
  cudaStream_t stream;
  cudaGraph_t graph;
  cudaGraphExec_t instance;
  cudaMalloc(&d, sizeof h);
  cudaMemcpy(d, &h, sizeof h, cudaMemcpyHostToDevice);
  cudaStreamCreate(&stream);
  cudaStreamBeginCapture(stream, cudaStreamCaptureModeGlobal);
  add<<<1, 1, 0, stream>>>(d, 1);
  add<<<1, 1, 0, stream>>>(d, 3);
  cudaStreamEndCapture(stream, &graph);
  cudaGraphInstantiate(&instance, graph, NULL, NULL, 0);
  for (int i = 0; i < 3; i++) cudaGraphLaunch(instance, stream);
  cudaStreamSynchronize(stream);
  cudaMemcpy(&h, d, sizeof h, cudaMemcpyDeviceToHost);
  printf("%d\n", h);
  cudaGraphExecDestroy(instance);
  cudaGraphDestroy(graph);
  cudaStreamDestroy(stream);
}
