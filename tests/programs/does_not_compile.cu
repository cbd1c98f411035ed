// exit: 1
// error: does_not_compile.cu(6,
// error: KP5001
#include <cuda_runtime.h>
__global__ void wrong(int* p) {
  *p = no_such_name;
}
int main() { wrong<<<1, 1>>>(nullptr); }
