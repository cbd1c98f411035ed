// output: 1 41 112 122 0 1
// lacking: birensupa:br2xx birensupa:br1xx corex (the calls are not documented for them)
// What may be changed in an instantiated graph: a kernel's arguments, read when they are given, and the whole graph by one of the same shape.
#include <cstdio>
__global__ void add(int* p, int v) { *p += v; }
int main() {
  int *d, h[6] = {}, v = 1;
  cudaStream_t stream;
  cudaMalloc(&d, sizeof(int));
  cudaMemset(d, 0, sizeof(int));
  cudaStreamCreate(&stream);
  cudaGraph_t graph, other, longer;
  cudaGraphCreate(&graph, 0);
  void* arguments[] = {&d, &v};
  cudaKernelNodeParams p = {};
  p.func = (void*)add;
  p.gridDim = dim3(1);
  p.blockDim = dim3(1);
  p.kernelParams = arguments;
  cudaGraphNode_t node;
  cudaGraphAddKernelNode(&node, graph, NULL, 0, &p);
  v = 1000;
  cudaGraphExec_t exec;
  cudaGraphInstantiate(&exec, graph, NULL, NULL, 0);
  auto launch = [&](int i) {
    cudaGraphLaunch(exec, stream);
    cudaStreamSynchronize(stream);
    cudaMemcpy(&h[i], d, sizeof(int), cudaMemcpyDeviceToHost);
  };
  launch(0);
  v = 40;
  cudaGraphExecKernelNodeSetParams(exec, node, &p);
  v = 1000;
  launch(1);
  cudaStreamBeginCapture(stream, cudaStreamCaptureModeGlobal);
  add<<<1, 1, 0, stream>>>(d, 71);
  cudaStreamEndCapture(stream, &other);
  cudaGraphExecUpdateResult result;
  cudaGraphNode_t bad;
  h[4] = cudaGraphExecUpdate(exec, other, &bad, &result) != cudaSuccess;
  launch(2);
  cudaStreamBeginCapture(stream, cudaStreamCaptureModeGlobal);
  add<<<1, 1, 0, stream>>>(d, 1);
  add<<<1, 1, 0, stream>>>(d, 1);
  cudaStreamEndCapture(stream, &longer);
  h[5] = cudaGraphExecUpdate(exec, longer, &bad, &result) != cudaSuccess && result != cudaGraphExecUpdateSuccess;
  add<<<1, 1>>>(d, 10);
  cudaMemcpy(&h[3], d, sizeof(int), cudaMemcpyDeviceToHost);
  printf("%d %d %d %d %d %d\n", h[0], h[1], h[2], h[3], h[4], h[5]);
}
