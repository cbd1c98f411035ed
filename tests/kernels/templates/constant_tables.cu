// launch: primes<<<1, 10>>>(out: int[10])
// expect: out = 2 3 5 7 11 13 17 19 23 29
// launch: checks<<<1, 1>>>(out: int[4])
// expect: out = 120 55 6 1
// Tables that the compiler computes: a sieve in a constexpr function, an object with a constexpr constructor.
struct Primes {
    int v[10];
    constexpr Primes() : v()
    {
        int n = 0;
        for (int p = 2; n < 10; ++p) {
            bool prime = true;
            for (int k = 0; k < n; ++k) {
                if (p % v[k] == 0) prime = false;
            }
            if (prime) v[n++] = p;
        }
    }
};
constexpr int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
constexpr int fibonacci(int n)
{
    int a = 0, b = 1;
    while (n-- > 0) {
        int next = a + b;
        a = b;
        b = next;
    }
    return a;
}
template <int N> constexpr int bits = 1 + bits<N / 2>;
template <> constexpr int bits<1> = 1;

__global__ void primes(int *out)
{
    constexpr Primes table;
    out[threadIdx.x] = table.v[threadIdx.x];
}

__global__ void checks(int *out)
{
    constexpr int f = factorial(5);
    static_assert(f == 120, "computed before it runs");
    out[0] = f;
    out[1] = fibonacci(10);
    out[2] = bits<37>;
    out[3] = factorial(3) == 6;
}
