// rows_of_their_own.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void rows(const int *start, const unsigned char *word, int *out, int rows_1, int odd)
{
    __shared__ int sum[40];
    int r = threadIdx.x;
    bool twice = (r & 1) == odd;
    int total = 0;
    long long place = -1;
    if (r % 5 != 2) {
        int chosen;
        for (int j = start[r]; j < start[r + 1]; j++) {
            if ((int)word[j] == 7) {
                break;
            }
            if ((int)word[j] % 3 == 0) {
                continue;
            }
            if (twice) {
                chosen = 2 * (int)word[j];
            } else {
                chosen = word[j];
            }
            total += chosen;
            place = j;
        }
    }
    sum[r] = total;
    __syncthreads();
    if (r < rows_1) {
        out[r] = total + sum[rows_1 - 1 - r];
        out[40 + r] = place;
    }
}
