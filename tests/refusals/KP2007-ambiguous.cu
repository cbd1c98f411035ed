__device__ int f(int a, float b) { return 1; }
__device__ int f(float a, int b) { return 2; }
__global__ void k(int* p) {
    p[0] = f(1, 1);
    //     ^ KP2007 the call of 'f' fits several overloads equally well
}
