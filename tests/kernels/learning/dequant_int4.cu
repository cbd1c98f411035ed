// launch: dequant<<<2, 32>>>(packed: unsigned[40] = rand(125, 0, 4294967296), scale: float[10] = rand(126, 0.01, 0.1), zero: unsigned char[10] = rand(127, 0, 16), out: float[320] = poison, words: 40)
// expect: sum(out) = 16.981895867735147 (twin)
// expect: out[0..8] = 0.29328468 -0.07332117 0.58656937 0.65989053 0.29328468 0.36660585 0.5132482 0.65989053 (twin)
__global__ void dequant(const unsigned* packed, const float* scale, const unsigned char* zero, float* out, int words) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= words) return;
    unsigned w = packed[i];
    int group = i / 4;
    for (int b = 0; b < 8; b++) {
        int q = (int)((w >> (4 * b)) & 15u) - zero[group];
        out[8 * i + b] = q * scale[group];
    }
}
