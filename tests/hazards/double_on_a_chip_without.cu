// hazard birensupa:br1xx: KP4007 line 4
// hazard birensupa:br1xx: KP4007 line 5
// hazard birensupa:br1xx: KP4007 line 8
__global__ void half_of(float* x, double scale) {
    x[threadIdx.x] = x[threadIdx.x] * 0.5;
}
__device__ float cubed(float x) {
    return pow(x, 3.0) + 1.0f;
}
double on_the_host() { return 1.0; }
