// launch: blur<<<2, 32>>>(in: float[256] = seq(0, 1), out: float[256])
// expect: out[0..4] = 0.33333334 1 2 3
// expect: out[30..34] = 30 20.333334 32.333332 33
// expect: sum(out) = 32557.334
// Tiles brought in two stages ahead by a thread's pipeline; a stage is used after it was waited for and the block has met.
#include <cuda/pipeline>

__global__ void blur(const float *in, float *out)
{
    constexpr int stages = 2, width = 32;
    __shared__ float tile[stages][width];
    cuda::pipeline<cuda::thread_scope_thread> pipe = cuda::make_pipeline();
    const auto shape = cuda::aligned_size_t<alignof(float)>(sizeof(float));
    const float *mine = in + blockIdx.x * 128;
    int i = threadIdx.x;
    for (int t = 0, next = 0; t < 4; ++t) {
        for (; next < 4 && next < t + stages; ++next) {
            pipe.producer_acquire();
            cuda::memcpy_async(&tile[next % stages][i], &mine[next * width + i], shape, pipe);
            pipe.producer_commit();
        }
        pipe.consumer_wait();
        __syncthreads();
        const float *now = tile[t % stages];
        float left = i > 0 ? now[i - 1] : now[0], right = i < width - 1 ? now[i + 1] : now[0];
        out[blockIdx.x * 128 + t * width + i] = (left + now[i] + right) / 3.0f;
        __syncthreads();
        pipe.consumer_release();
    }
}
