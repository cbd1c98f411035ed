static __device__ int twice(int x) { return 2 * x; }
__device__ int scaled(int x) { return twice(x); }
