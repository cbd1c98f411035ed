// launch: wait_for_either<<<2, 8>>>(stop: int[4] = 0 0 5 1, turns: int[16])
// expect: turns = 4 5 3 1 4 5 3 1 4 4 3 1 4 4 3 1
// The loop's condition is a branch in a branch, and what holds its value is used nowhere else.
__global__ void wait_for_either(const int* stop, int* turns) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    const int* latch = i % 4 == 1 && blockIdx.x == 0 ? nullptr : stop + i % 4;
    int turn = 0;
    do {
        ++turn;
    } while (turn < 5 && (latch == nullptr || (*latch == 0 && turn < 4) || *latch > turn + 2));
    turns[i] = turn;
}
