// Each thread reads a row of its own, of its own length: within a branch, with two results, left in the middle, and across a barrier.
// launch: rows<<<1, 40>>>(start: int[41] = 0 3 3 4 9 9 10 12 12 13 14 20 20 21 22 23 23 24 25 26 30 30 31 32 33 33 34 35 36 36 36 37 37 38 39 40 40 41 42 43 43, word: uchar[43] = seq(1, 1), out: int[80] = poison, rows: 40, odd: 1)
// expect: out = 3 43 0 51 0 60 11 0 13 65 72 0 0 79 91 0 0 0 88 114 114 88 0 0 0 91 79 0 0 72 65 13 0 11 60 0 51 0 43 3 1 -1 -1 4 -1 9 10 -1 12 13 19 -1 -1 21 22 -1 -1 -1 25 28 -1 30 -1 -1 -1 33 34 -1 -1 -1 36 -1 -1 -1 39 -1 40 -1 42 -1
__global__ void rows(const int* start, const unsigned char* word, int* out, int rows, int odd) {
    __shared__ int sum[40];
    int r = threadIdx.x;
    bool twice = (r & 1) == odd;
    int total = 0;
    long long place = -1;
    if (r % 5 != 2) {
        for (int j = start[r]; j < start[r + 1]; ++j) {
            if (word[j] == 7) break;
            if (word[j] % 3 == 0) continue;
            total += twice ? 2 * word[j] : word[j];
            place = j;
        }
    }
    sum[r] = total;
    __syncthreads();
    if (r < rows) {
        out[r] = total + sum[rows - 1 - r];
        out[40 + r] = (int)place;
    }
}
