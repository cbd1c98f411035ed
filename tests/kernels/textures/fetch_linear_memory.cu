// launch: gather<<<1, 8>>>(table: texture<float>[6] = 10 11 12 13 14 15, index: int[8] = 5 0 3 -1 6 1 100 2, out: float[8])
// expect: out = 15 10 13 0 0 11 0 12
// What lies outside of linear memory reads as zero.
__global__ void gather(cudaTextureObject_t table, const int* index, float* out) {
    out[threadIdx.x] = tex1Dfetch<float>(table, index[threadIdx.x]);
}
