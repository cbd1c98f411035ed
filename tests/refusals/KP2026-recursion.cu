__device__ int f(int n) {
    return n <= 1 ? 1 : n * f(n - 1);
    //                      ^ KP2026 'f' calls itself
}
__global__ void k(int* p) { p[0] = f(5); }

__device__ int odd(int n);
__device__ int even(int n) { return n == 0 ? 1 : odd(n - 1); }
__device__ int odd(int n) { return n == 0 ? 0 : even(n - 1); }
//                                              ^ KP2026 'even' calls itself
__global__ void parity(int* p) { p[0] = even(p[1]); }
