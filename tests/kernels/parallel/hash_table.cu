// launch: count<<<2, 64>>>(keys: int[128] = rand(41, 0, 40), found: int[128], distinct: int[2])
// expect: found = 1
// A table with open addressing in shared memory: compare-and-swap claims a slot, the next one is tried where it is taken. Where a key
// lies depends on who came first; whether it is there and how many there are does not.
__device__ int start(int key) { return (int)(((unsigned)key * 2654435761u) >> 25); }

__global__ void count(const int *keys, int *found, int *distinct)
{
    __shared__ int slots[128];
    __shared__ int claimed;
    int i = threadIdx.x, key = keys[blockIdx.x * 64 + i];
    slots[i] = slots[i + 64] = -1;
    if (i == 0) claimed = 0;
    __syncthreads();
    for (int at = start(key);; at = (at + 1) & 127) {
        int before = atomicCAS(&slots[at], -1, key);
        if (before == -1) atomicAdd(&claimed, 1);
        if (before == -1 || before == key) break;
    }
    __syncthreads();
    int at = start(key);
    while (slots[at] != key && slots[at] != -1) at = (at + 1) & 127;
    found[blockIdx.x * 64 + i] = slots[at] == key;
    if (i == 0) distinct[blockIdx.x] = claimed;
}
