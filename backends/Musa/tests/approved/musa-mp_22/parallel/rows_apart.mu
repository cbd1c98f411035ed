// rows_apart.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void rows(int *out, int n, int mode)
{
    int x = threadIdx.x;
    int y = threadIdx.y;
    int i = y + 30;
    int r = i;
    if (i >= n) {
        if (mode == 3) {
            r = -1;
        } else {
            r = i - n;
        }
    }
    int s = 0;
    int t = 1;
    for (int k = 0; k < y % 5; k++) {
        s += k * t;
        t += y;
    }
    int w;
    switch (y % 4) {
    case 0:
        {
            w = 7;
            break;
        }
    case 1:
        {
            w = y;
            break;
        }
    default:
        {
            w = s + 1;
        }
    }
    int b = -5;
    int k_1 = 0;
    for (;; k_1++) {
        if (k_1 == y % 3) {
            b = k_1 * 10 + y;
            break;
        }
    }
    out[y * 16 + x] = r + 100 * s + 10000 * w + b;
}
