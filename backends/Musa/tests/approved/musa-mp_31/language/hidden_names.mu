// hidden_names.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Border {
    int red;
    int green;
    int blue;
};

__constant__ Border edges[2] = {{0, 1, 0}, {2, 2, 0}};

__constant__ Border border = {3, 0, 4};

static __device__ inline int weight(int side)
{
    return side == 0 ? 1 : side == 1 ? 2 : side == 2 ? 3 : 4;
}

__global__ void walls(const int *side, int *out)
{
    int i = threadIdx.x;
    int weight_result = weight(side[i]);
    int chosen;
    if (side[i] == 3) {
        chosen = 2;
    } else {
        chosen = edges[side[i] % 2].green + edges[0].red;
    }
    bool either = side[i] == 0;
    if (!either) {
        either = side[i] == 1;
    }
    out[2 * i] = 10 * weight_result + chosen - (either ? 1 : 0) + (side[i] == 2 ? 1 : 0);
    out[2 * i + 1] = border.red + border.green + border.blue;
}
