// launch: first_rows<<<1, 4>>>(of: int[72] = seq(0, 1), out: int[16])
// expect: out = 0 18 36 54 5 23 41 59 10 28 46 64 17 35 53 71
// Rows of structures within structures, by index and by the address of a row.
struct Cell { int low, high; };
struct Square { Cell at[3][3]; };
struct Squares { Square of[2]; };

__device__ int second(const Cell *row) { return row[2].low; }

__global__ void first_rows(const int *of, int *out)
{
    const Squares *all = (const Squares *)of;
    int t = threadIdx.x, which = t / 2, in = t % 2;
    const Square &s = all[which].of[in];
    out[t] = s.at[0][t - t].low;
    out[4 + t] = second(s.at[0]) + 1;
    Square copy = s;
    copy.at[1][2].low = copy.at[1][2].high - 1;
    out[8 + t] = copy.at[in + 1 - in][2].low;
    out[12 + t] = all[which].of[in].at[2][1 + (t >= 0)].high;
}
