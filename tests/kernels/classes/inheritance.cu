// launch: shapes<<<1, 4>>>(out: int[4])
// expect: out = 111 123 135 147
struct Empty { __device__ int one() const { return 1; } };
struct Base {
    int a;
    __device__ Base(int x) : a(x) {}
    __device__ int get() const { return a; }
    __device__ int named() const { return 100; }
};
struct Derived : public Base, Empty {
    int b;
    __device__ Derived(int x, int y) : Base(x), b(y) {}
    __device__ int get() const { return Base::get() + b; }
};
__device__ int through(const Base& b) { return b.get(); }
__device__ void add(Base* b, int n) { b->a += n; }
__global__ void shapes(int* out) {
    int t = threadIdx.x;
    Derived d(t, 10 + t);
    add(&d, t * 5);
    d.a += t * 5 - t * 5;
    out[t] = d.get() + through(d) - d.a + d.named() + d.one() + t * 5 - t * 0 - (t * 0);
}
