__device__ float f(float a, float b) { return a + b; }
__global__ void k(float* p) {
    p[0] = f(1.0f);
    //     ^ KP2005 'f' takes 2 arguments, not 1
}
