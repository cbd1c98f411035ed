__device__ int f(int n) {
    return n <= 1 ? 1 : n * f(n - 1);
    //                      ^ KP2026 'f' calls itself
}
__global__ void k(int* p) { p[0] = f(5); }
