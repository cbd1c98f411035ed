// Bins of a shared array chosen by numbers of one and two bytes, signed and not, read next to each other: lanes add one after another, and none is lost.
// launch: bins_by_narrow_numbers<<<2, 128>>>(bytes: unsigned char[517] = rand(1, 0, 255), chars: signed char[517] = rand(2, -128, 127), words: unsigned short[517] = rand(3, 0, 65535), shorts: short[517] = rand(4, -32768, 32767), n: 517, out: unsigned[1024] = 0)
// expect: hash(out) = 0fe768442e72bcb0 (twin)
__global__ void bins_by_narrow_numbers(const unsigned char *bytes, const signed char *chars, const unsigned short *words, const short *shorts, int n, unsigned *out) {
    __shared__ unsigned bins[1024];
    for (int i = threadIdx.x; i < 1024; i += blockDim.x) bins[i] = 0;
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        atomicAdd(&bins[bytes[i]], 1u);
        atomicAdd(&bins[384 + chars[i]], (unsigned)i);
        atomicAdd(&bins[512 + (words[i] & 255)], 3u);
        atomicAdd(&bins[896 + (shorts[i] >> 8)], 1u);
    }
    __syncthreads();
    for (int i = threadIdx.x; i < 1024; i += blockDim.x) atomicAdd(&out[i], bins[i]);
}
