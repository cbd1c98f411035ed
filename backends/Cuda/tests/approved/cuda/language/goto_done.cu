// goto_done.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void find(int *grid, int *at)
{
    int *grid_1 = grid;
    int *at_1 = at;
    int wanted = threadIdx.x;
    bool leave = false;
    int row;
    int column;
    while (true) {
        row = 0;
        for (; row < 3; row++) {
            column = 0;
            for (; column < 4; column++) {
                if (grid_1[4 * row + column] == wanted) {
                    leave = true;
                    break;
                }
            }
            if (leave) {
                break;
            }
        }
        if (leave) {
            break;
        }
        column = -1;
        row = column;
        break;
    }
    at_1[2u * threadIdx.x] = row;
    at_1[2u * threadIdx.x + 1u] = column;
}

__global__ void classify(int *v, int *kind)
{
    int *v_1 = v;
    int *kind_1 = kind;
    int x = v_1[threadIdx.x];
    int k = 0;
    bool leave = false;
    int chosen;
    int chosen_1;
    while (true) {
        if (x < 0) {
            chosen_1 = 0;
        } else {
            if (x == 0) {
                chosen = 1;
            } else {
                chosen = x < 50 ? 2 : 3;
            }
            chosen_1 = chosen;
        }
        switch (chosen_1) {
        case 0:
            {
                k = 1;
                leave = true;
                break;
            }
        case 1:
            {
                k = 2;
                leave = true;
                break;
            }
        case 2:
            {
                k = 3;
                break;
            }
        default:
            {
                k = 4;
                leave = true;
                break;
            }
        }
        if (leave) {
            break;
        }
        k += 10;
        break;
    }
    kind_1[threadIdx.x] = k;
}
