// rows_in_structs.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Cell {
    int low;
    int high;
};

struct Square {
    Cell at[3][3];
};

struct Squares {
    Square of[2];
};

static __device__ inline int second(const Cell *row)
{
    return row[2].low;
}

__global__ void first_rows(int *of, int *out)
{
    Squares *all = (Squares *)of;
    int t = threadIdx.x;
    int which = t / 2;
    int in = t % 2;
    out[t] = all[which].of[in].at[0][t - t].low;
    int second_result = second(all[which].of[in].at[0]);
    out[4 + t] = second_result + 1;
    Square copy = all[which].of[in];
    copy.at[1][2].low = copy.at[1][2].high - 1;
    out[8 + t] = copy.at[in + 1 - in][2].low;
    out[12 + t] = all[which].of[in].at[2][1 + (int)(t >= 0)].high;
}
