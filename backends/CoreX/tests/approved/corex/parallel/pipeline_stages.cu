// pipeline_stages.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct cuda_aligned_size_t_4 {
    unsigned long long value;
};

static __device__ inline void cuda_make_pipeline()
{
    return;
}

static __device__ inline void cuda_aligned_size_t_4_init(cuda_aligned_size_t_4 *self, unsigned long long size)
{
    self->value = size;
}

static __device__ inline void cuda_pipeline_3_producer_acquire()
{
}

static __device__ inline void cuda_detail_copy_float_float(float *to, float *from, unsigned long long bytes, unsigned int rank, unsigned int members)
{
    unsigned int whole = bytes / 4ULL;
    for (unsigned int i = rank; i < whole; i += members) {
        to[i] = from[i];
    }
    for (unsigned int i_1 = whole * 4u + rank; (unsigned long long)i_1 < bytes; i_1 += members) {
        ((unsigned char *)to)[i_1] = ((unsigned char *)from)[i_1];
    }
}

static __device__ inline unsigned long long cuda_aligned_size_t_4_to_unsignedlong(cuda_aligned_size_t_4 *self)
{
    return self->value;
}

static __device__ inline void cuda_memcpy_async_float_float_aligned_size_t_4_3(float *to, float *from, cuda_aligned_size_t_4 bytes)
{
    cuda_aligned_size_t_4 bytes_1 = bytes;
    unsigned long long t = cuda_aligned_size_t_4_to_unsignedlong(&bytes_1);
    cuda_detail_copy_float_float(to, from, t, 0u, 1u);
}

static __device__ inline void cuda_pipeline_3_producer_commit()
{
}

static __device__ inline void cuda_pipeline_3_consumer_wait()
{
}

static __device__ inline void cuda_pipeline_3_consumer_release()
{
}

__global__ void blur(float *in, float *out)
{
    __shared__ float tile[2][32];
    cuda_make_pipeline();
    cuda_aligned_size_t_4 made;
    cuda_aligned_size_t_4_init(&made, 4ULL);
    cuda_aligned_size_t_4 shape = made;
    float *mine = in + blockIdx.x * 128u;
    int i = threadIdx.x;
    int t = 0;
    float chosen;
    float chosen_1;
    for (int next = 0; t < 4; t++) {
        for (; next < 4; next++) {
            if (next >= t + 2) {
                break;
            }
            cuda_pipeline_3_producer_acquire();
            cuda_memcpy_async_float_float_aligned_size_t_4_3(&tile[next % 2][i], mine + (next * 32 + i), shape);
            cuda_pipeline_3_producer_commit();
        }
        cuda_pipeline_3_consumer_wait();
        __syncthreads();
        const float *now = tile[t % 2];
        if (i > 0) {
            chosen = now[i - 1];
        } else {
            chosen = (*now);
        }
        float left = chosen;
        if (i < 32 - 1) {
            chosen_1 = now[i + 1];
        } else {
            chosen_1 = (*now);
        }
        float right = chosen_1;
        out[blockIdx.x * 128u + (unsigned int)(t * 32) + (unsigned int)i] = (left + now[i] + right) / 3.0f;
        __syncthreads();
        cuda_pipeline_3_consumer_release();
    }
}
