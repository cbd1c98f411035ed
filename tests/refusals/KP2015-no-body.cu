__device__ int elsewhere(int x);
__global__ void k(int* p) {
    p[0] = elsewhere(1);
    //     ^ KP2015 'elsewhere' is declared but has no body in this translation unit
}
