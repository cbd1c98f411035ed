// launch: combine<<<1, 8>>>(which: int[8] = 0 1 2 3 2 1 0 3, x: int[8] = 1 2 3 4 5 6 7 8, out: int[16])
// expect: out = 2 4 1 8 3 12 8 16 1 3 1 4 1 11 13 8
// Functions chosen while the program runs: from a table, from variables that hold them, kept in a structure, compared, and none at all.
typedef int (*Step)(int);
__device__ int next(int x) { return x + 1; }
__device__ int twice(int x) { return 2 * x; }
__device__ int less(int x) { return x - 2; }
__device__ Step steps[4] = {next, twice, &less};
__constant__ Step fallback = twice;
struct Rule {
    Step first, second;
};
__device__ int apply(Rule rule, int x) { return rule.first ? (*rule.first)(x) : rule.second(x); }
__device__ void add_to(int *sum, int x) { *sum += x; }
__device__ void take_from(int *sum, int x) { *sum -= x; }

__global__ void combine(const int *which, const int *x, int *out) {
    int i = threadIdx.x;
    Rule rule = {steps[which[i]], fallback};
    out[i] = apply(rule, x[i]);
    void (*change)(int *, int) = nullptr;
    if (rule.first == less) change = take_from;
    else if (rule.first != nullptr) change = add_to;
    int sum = x[i];
    if (change) change(&sum, i);
    out[8 + i] = sum;
}
