/* Kernels of CUDA compiled for the CPU, as a C library: how a launch is said and what it can answer. C, C++ and .NET (P/Invoke).
   The header of each source has a function a kernel, kp_launch_NAME(&launch, arguments...), that returns when all blocks have run. */
#ifndef KERNELPORT_CPU_H
#define KERNELPORT_CPU_H
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* <<<grid, block, shared_bytes>>>: all six sizes are at least 1; shared_bytes is what extern __shared__ arrays take. */
typedef struct kp_launch {
    uint32_t grid_x, grid_y, grid_z;
    uint32_t block_x, block_y, block_z;
    uint64_t shared_bytes;
} kp_launch;

enum {
    KP_OK = 0,
    KP_BAD_GRID = 1,      /* a size of zero, above 2^31 - 1, or more than 2^63 - 1 blocks */
    KP_BAD_BLOCK = 2,     /* a block size that the kernel was not compiled for: see its header, and --block of `kernelport translate` */
    KP_NO_MEMORY = 3,     /* no room for the blocks' shared memory */
    KP_BAD_PROCESSOR = 4, /* this processor lacks instructions that the object was made with: see --cpu of `kernelport translate` */
    KP_TRAPPED = 5,       /* a thread came to a trap or a failed assertion: the launch is over, and what it wrote is worth nothing */
    KP_TOO_MANY_BLOCKS = 6, /* blocks that meet at the grid's barrier run at once, each on a thread: 2048 at most */
    KP_NOT_COOPERATIVE = 7  /* blocks came to the grid's barrier in kp_run_apart: what the launch wrote is worth nothing */
};

/* A result in words. */
const char *kp_error_string(int result);

/* Threads that run blocks, the caller among them: KP_THREADS of the environment when first asked, or one for each processor. Blocks are
   begun in order; launches from several threads run one after the other. */
int kp_threads(void);

/* A texture or surface: kernels take its address as a number, uintptr_t. */
typedef struct kp_texture {
    const void *texels;
    int64_t pitch;                   /* bytes from row to row; planes follow each other without gaps */
    int32_t width, height, depth;    /* texels; depth counts planes, layers or a cube's faces, 1 at least */
    int32_t kind;                    /* of a channel: 0 to 5 integers of 8, 16 and 32 bits, signed (even) and unsigned (odd); 6 half, 7 float */
    int32_t channels;                /* 1, 2 or 4 */
    int32_t linear;                  /* 1: neighbouring texels are weighed */
    int32_t normalized;              /* 1: coordinates run from 0 to 1; always of a cube */
    int32_t fractions;               /* 1: integers are read as fractions of their range */
    int32_t mode_x, mode_y, mode_z;  /* outside: 0 wraps, 1 clamps, 2 mirrors, 3 is the border; 0 and 2 where normalized */
    float border[4];                 /* what a channel is there */
} kp_texture;

/* For code that is made by KernelPort: a kernel, once for each block size, and its launch with packed arguments. */
/* run: blocks first to last; not zero where a thread trapped. */
typedef struct kp_variant {
    int32_t (*run)(const void *arguments, int64_t first, int64_t last, uint32_t grid_x, uint32_t grid_y, uint32_t grid_z, void *shared);
    uint32_t block_x, block_y, block_z;
    uint32_t dynamic_at; /* where extern __shared__ arrays begin */
    uint64_t shared_bytes;
} kp_variant;

typedef struct kp_kernel {
    const kp_variant *variants;
    uint32_t count;
    uint32_t level; /* of the x86-64 psABI */
    uint32_t meets; /* 1: its blocks may meet at the grid's barrier, so all of them run at once */
} kp_kernel;

int kp_run(const kp_kernel *kernel, const void *arguments, const kp_launch *launch);

/* As a launch that is not cooperative: blocks never run at once for each other's sake. */
int kp_run_apart(const kp_kernel *kernel, const void *arguments, const kp_launch *launch);

#ifdef __cplusplus
}
#endif
#endif
