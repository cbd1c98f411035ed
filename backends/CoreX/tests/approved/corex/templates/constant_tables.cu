// constant_tables.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Primes {
    int v[10];
};

static __device__ inline void Primes_init(Primes *self)
{
    int fill = 0;
    for (;; ) {
        int k = fill;
        if (k >= 10) {
            break;
        }
        self->v[k] = 0;
        fill = k + 1;
    }
    int n = 0;
    for (int p = 2; n < 10; p++) {
        bool prime = true;
        for (int k_1 = 0; k_1 < n; k_1++) {
            if (p % self->v[k_1] == 0) {
                prime = false;
            }
        }
        if (prime) {
            int n_1 = n;
            n = n_1 + 1;
            self->v[n_1] = p;
        }
    }
}

__global__ void primes(int *out)
{
    Primes table;
    Primes_init(&table);
    out[threadIdx.x] = table.v[threadIdx.x];
}

static __device__ inline int fibonacci(int n)
{
    int n_1 = n;
    int a = 0;
    int b = 1;
    while (true) {
        int n_2 = n_1;
        n_1 = n_2 - 1;
        if (n_2 <= 0) {
            break;
        }
        int next = a + b;
        a = b;
        b = next;
    }
    return a;
}

__global__ void checks(int *out)
{
    (*out) = 120;
    int fibonacci_result = fibonacci(10);
    out[1] = fibonacci_result;
    out[2] = 6;
    out[3] = 6 == 6;
}
