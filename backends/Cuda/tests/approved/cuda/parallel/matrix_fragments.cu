// matrix_fragments.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>
#include <cuda_fp16.h>

struct nvcuda_wmma_fragment_matrix_a_16_16_16___half_row_major {
    __half x[8];
};

struct nvcuda_wmma_fragment_matrix_b_16_16_16___half_col_major {
    __half x[8];
};

struct nvcuda_wmma_fragment_accumulator_16_16_16_float_void {
    float x[8];
};

static __device__ inline void nvcuda_wmma_fill_fragment_accumulator_16_16_16_float_void_float(nvcuda_wmma_fragment_accumulator_16_16_16_float_void *f, float v)
{
    for (int i = 0; i < 8; i++) {
        f->x[i] = v;
    }
}

static __device__ inline int nvcuda_wmma_details_lane()
{
    return (int)((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u);
}

static __device__ inline unsigned int nvcuda_wmma_details_place_fragment_matrix_a_16_16_16___half_row_major(int i, unsigned int ldm, bool row_major)
{
    int lane_result = nvcuda_wmma_details_lane();
    int e = lane_result * 8 + i;
    int outer = e / 16;
    int inner = e % 16;
    return (int)row_major == 0 ? (unsigned int)inner * ldm + (unsigned int)outer : (unsigned int)outer * ldm + (unsigned int)inner;
}

static __device__ inline void nvcuda_wmma_load_matrix_sync_matrix_a_16_16_16___half_row_major___half(nvcuda_wmma_fragment_matrix_a_16_16_16___half_row_major *f, const __half *p, unsigned int ldm)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 8; i++) {
        unsigned int place_result = nvcuda_wmma_details_place_fragment_matrix_a_16_16_16___half_row_major(i, ldm, true);
        f->x[i] = p[place_result];
    }
}

static __device__ inline unsigned int nvcuda_wmma_details_place_fragment_matrix_b_16_16_16___half_col_major(int i, unsigned int ldm, bool row_major)
{
    int lane_result = nvcuda_wmma_details_lane();
    int e = lane_result * 8 + i;
    int outer = e / 16;
    int inner = e % 16;
    return (int)row_major == 1 ? (unsigned int)inner * ldm + (unsigned int)outer : (unsigned int)outer * ldm + (unsigned int)inner;
}

static __device__ inline void nvcuda_wmma_load_matrix_sync_matrix_b_16_16_16___half_col_major___half(nvcuda_wmma_fragment_matrix_b_16_16_16___half_col_major *f, const __half *p, unsigned int ldm)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 8; i++) {
        unsigned int place_result = nvcuda_wmma_details_place_fragment_matrix_b_16_16_16___half_col_major(i, ldm, false);
        f->x[i] = p[place_result];
    }
}

static __device__ inline unsigned int nvcuda_wmma_details_place_fragment_accumulator_16_16_16_float_void(int i, unsigned int ldm, bool row_major)
{
    int lane_result = nvcuda_wmma_details_lane();
    int e = lane_result * 8 + i;
    int outer = e / 16;
    int inner = e % 16;
    return (int)row_major == 0 ? (unsigned int)inner * ldm + (unsigned int)outer : (unsigned int)outer * ldm + (unsigned int)inner;
}

static __device__ inline void nvcuda_wmma_load_matrix_sync_16_16_16_float_float(nvcuda_wmma_fragment_accumulator_16_16_16_float_void *f, const float *p, unsigned int ldm, int layout)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 8; i++) {
        unsigned int place_result = nvcuda_wmma_details_place_fragment_accumulator_16_16_16_float_void(i, ldm, layout == 0);
        f->x[i] = p[place_result];
    }
}

static __device__ inline void nvcuda_wmma_mma_sync_16_16_16___half_row_major___half_col_major_float_float(nvcuda_wmma_fragment_accumulator_16_16_16_float_void *d, nvcuda_wmma_fragment_matrix_a_16_16_16___half_row_major *a, nvcuda_wmma_fragment_matrix_b_16_16_16___half_col_major *b, nvcuda_wmma_fragment_accumulator_16_16_16_float_void *c)
{
    int lane_result = nvcuda_wmma_details_lane();
    int first = lane_result * 8;
    float sums[8];
    for (int i = 0; i < 8; i++) {
        sums[i] = c->x[i];
    }
    for (int k = 0; k < 16; k++) {
        float left = __half2float(a->x[k % 8]);
        float right = __half2float(b->x[k % 8]);
        float t = __shfl_sync(0xffffffffu, left, (first / 16 * 16 + k) / 8);
        left = t;
        for (int i_1 = 0; i_1 < 8; i_1++) {
            float t_1 = __shfl_sync(0xffffffffu, right, ((first + i_1) % 16 * 16 + k) / 8);
            int i_2 = i_1;
            sums[i_2] += left * t_1;
        }
    }
    for (int i_3 = 0; i_3 < 8; i_3++) {
        d->x[i_3] = sums[i_3];
    }
}

static __device__ inline void nvcuda_wmma_store_matrix_sync_16_16_16_float_float(float *p, nvcuda_wmma_fragment_accumulator_16_16_16_float_void *f, unsigned int ldm, int layout)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 8; i++) {
        float t = f->x[i];
        unsigned int place_result = nvcuda_wmma_details_place_fragment_accumulator_16_16_16_float_void(i, ldm, layout == 0);
        p[place_result] = t;
    }
    __syncwarp(0xffffffffu);
}

__global__ void product(__half *a, __half *b, float *c, int n)
{
    nvcuda_wmma_fragment_accumulator_16_16_16_float_void acc;
    nvcuda_wmma_fill_fragment_accumulator_16_16_16_float_void_float(&acc, 0.0f);
    nvcuda_wmma_fragment_matrix_a_16_16_16___half_row_major fa;
    nvcuda_wmma_load_matrix_sync_matrix_a_16_16_16___half_row_major___half(&fa, a, (unsigned int)n);
    nvcuda_wmma_fragment_matrix_b_16_16_16___half_col_major fb;
    nvcuda_wmma_load_matrix_sync_matrix_b_16_16_16___half_col_major___half(&fb, b, (unsigned int)n);
    nvcuda_wmma_fragment_accumulator_16_16_16_float_void old;
    nvcuda_wmma_load_matrix_sync_16_16_16_float_float(&old, c, (unsigned int)n, 0);
    nvcuda_wmma_mma_sync_16_16_16___half_row_major___half_col_major_float_float(&acc, &fa, &fb, &acc);
    for (int i = 0; i < 8; i++) {
        acc.x[i] = 2.0f * acc.x[i] + old.x[i];
    }
    nvcuda_wmma_store_matrix_sync_16_16_16_float_float(c, &acc, (unsigned int)n, 0);
}
