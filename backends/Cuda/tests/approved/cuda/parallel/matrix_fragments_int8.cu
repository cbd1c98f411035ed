// matrix_fragments_int8.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct nvcuda_wmma_fragment_matrix_a_8_32_16_signedchar_col_major {
    signed char x[4];
};

struct nvcuda_wmma_fragment_matrix_b_8_32_16_signedchar_row_major {
    signed char x[16];
};

struct nvcuda_wmma_fragment_accumulator_8_32_16_int_void {
    int x[8];
};

static __device__ inline void nvcuda_wmma_fill_fragment_accumulator_8_32_16_int_void_int(nvcuda_wmma_fragment_accumulator_8_32_16_int_void *f, int v)
{
    for (int i = 0; i < 8; i++) {
        f->x[i] = v;
    }
}

static __device__ inline int nvcuda_wmma_details_lane()
{
    return (int)((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u);
}

static __device__ inline unsigned int nvcuda_wmma_details_place_fragment_matrix_a_8_32_16_signedchar_col_major(int i, unsigned int ldm, bool row_major)
{
    int lane_result = nvcuda_wmma_details_lane();
    int e = lane_result * 4 + i;
    int outer = e / 16;
    int inner = e % 16;
    return (int)row_major == 0 ? (unsigned int)inner * ldm + (unsigned int)outer : (unsigned int)outer * ldm + (unsigned int)inner;
}

static __device__ inline void nvcuda_wmma_load_matrix_sync_matrix_a_8_32_16_signedchar_col_major_signedchar(nvcuda_wmma_fragment_matrix_a_8_32_16_signedchar_col_major *f, const signed char *p, unsigned int ldm)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 4; i++) {
        unsigned int place_result = nvcuda_wmma_details_place_fragment_matrix_a_8_32_16_signedchar_col_major(i, ldm, false);
        f->x[i] = p[place_result];
    }
}

static __device__ inline unsigned int nvcuda_wmma_details_place_fragment_matrix_b_8_32_16_signedchar_row_major(int i, unsigned int ldm, bool row_major)
{
    int lane_result = nvcuda_wmma_details_lane();
    int e = lane_result * 16 + i;
    int outer = e / 16;
    int inner = e % 16;
    return (int)row_major == 1 ? (unsigned int)inner * ldm + (unsigned int)outer : (unsigned int)outer * ldm + (unsigned int)inner;
}

static __device__ inline void nvcuda_wmma_load_matrix_sync_matrix_b_8_32_16_signedchar_row_major_signedchar(nvcuda_wmma_fragment_matrix_b_8_32_16_signedchar_row_major *f, const signed char *p, unsigned int ldm)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 16; i++) {
        unsigned int place_result = nvcuda_wmma_details_place_fragment_matrix_b_8_32_16_signedchar_row_major(i, ldm, true);
        f->x[i] = p[place_result];
    }
}

static __device__ inline void nvcuda_wmma_mma_sync_8_32_16_signedchar_col_major_signedchar_row_major_int_int(nvcuda_wmma_fragment_accumulator_8_32_16_int_void *d, nvcuda_wmma_fragment_matrix_a_8_32_16_signedchar_col_major *a, nvcuda_wmma_fragment_matrix_b_8_32_16_signedchar_row_major *b, nvcuda_wmma_fragment_accumulator_8_32_16_int_void *c)
{
    int lane_result = nvcuda_wmma_details_lane();
    int first = lane_result * 8;
    int sums[8];
    for (int i = 0; i < 8; i++) {
        sums[i] = c->x[i];
    }
    for (int k = 0; k < 16; k++) {
        int left = a->x[k % 4];
        int right = b->x[k % 16];
        int t = __shfl_sync(0xffffffffu, left, (first / 32 * 16 + k) / 4);
        left = t;
        for (int i_1 = 0; i_1 < 8; i_1++) {
            int t_1 = __shfl_sync(0xffffffffu, right, ((first + i_1) % 32 * 16 + k) / 16);
            int i_2 = i_1;
            sums[i_2] += left * t_1;
        }
    }
    for (int i_3 = 0; i_3 < 8; i_3++) {
        d->x[i_3] = sums[i_3];
    }
}

static __device__ inline unsigned int nvcuda_wmma_details_place_fragment_accumulator_8_32_16_int_void(int i, unsigned int ldm, bool row_major)
{
    int lane_result = nvcuda_wmma_details_lane();
    int e = lane_result * 8 + i;
    int outer = e / 32;
    int inner = e % 32;
    return (int)row_major == 0 ? (unsigned int)inner * ldm + (unsigned int)outer : (unsigned int)outer * ldm + (unsigned int)inner;
}

static __device__ inline void nvcuda_wmma_store_matrix_sync_8_32_16_int_int(int *p, nvcuda_wmma_fragment_accumulator_8_32_16_int_void *f, unsigned int ldm, int layout)
{
    __syncwarp(0xffffffffu);
    for (int i = 0; i < 8; i++) {
        int t = f->x[i];
        unsigned int place_result = nvcuda_wmma_details_place_fragment_accumulator_8_32_16_int_void(i, ldm, layout == 0);
        p[place_result] = t;
    }
    __syncwarp(0xffffffffu);
}

__global__ void bytes(signed char *a, signed char *b, int *c)
{
    int warp = threadIdx.x / 32u;
    nvcuda_wmma_fragment_accumulator_8_32_16_int_void acc;
    nvcuda_wmma_fill_fragment_accumulator_8_32_16_int_void_int(&acc, warp);
    nvcuda_wmma_fragment_matrix_a_8_32_16_signedchar_col_major fa;
    nvcuda_wmma_load_matrix_sync_matrix_a_8_32_16_signedchar_col_major_signedchar(&fa, a + warp * 128, 8u);
    nvcuda_wmma_fragment_matrix_b_8_32_16_signedchar_row_major fb;
    nvcuda_wmma_load_matrix_sync_matrix_b_8_32_16_signedchar_row_major_signedchar(&fb, b, 32u);
    nvcuda_wmma_mma_sync_8_32_16_signedchar_col_major_signedchar_row_major_int_int(&acc, &fa, &fb, &acc);
    nvcuda_wmma_store_matrix_sync_8_32_16_int_int(c + warp * 256, &acc, 8u, 1);
}
