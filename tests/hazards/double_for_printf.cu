// hazard birensupa:br1xx: KP4007 line 6
__global__ void tell(const float* x, int n) {
    int i = threadIdx.x;
    if (i < n) {
        printf("%d of %u, 100%%f %s\n", i, blockDim.x, "whole");
        printf("%d: %8.3f\n", i, x[i]);
    }
}
