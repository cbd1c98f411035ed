// launch: dropout<<<8, 128>>>(x: float[1003] = seq(1, 0), mask: unsigned char[1003], seed: 1234, keep: 0.75, n: 1003)
// expect: sum(mask) = 741 (twin)
// expect: hash(mask) = 40d7494014a5ab80 (twin)
// expect: sum(x) = 988.0000294446945 (twin)
__device__ unsigned mix(unsigned h) {
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= h >> 15;
    h *= 0x846ca68bu;
    h ^= h >> 16;
    return h;
}
__global__ void dropout(float* x, unsigned char* mask, unsigned seed, float keep, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float u = (mix(seed ^ (i * 0x9e3779b9u)) >> 8) * (1.0f / 16777216.0f);
    bool k = u < keep;
    mask[i] = k;
    x[i] = k ? x[i] / keep : 0.0f;
}
