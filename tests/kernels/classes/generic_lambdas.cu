// launch: apply<<<1, 4>>>(out: float[16])
// expect: out = 3 2.5 6 10 4 3.5 8 11 5 4.5 10 12 6 5.5 12 13
// Lambdas with auto parameters and packs, one that changes its own copy, one that makes another, one called where it stands.
template <class F> __device__ auto apply_to(F f, int x) { return f(x); }

__global__ void apply(float *out)
{
    int i = threadIdx.x;
    float *o = out + 4 * i;
    auto add = [=](auto x) { return x + i; };
    auto total = [](auto... x) { return (x + ... + 0); };
    int calls = 0;
    auto count = [calls]() mutable { return ++calls; };
    auto scaled = [&](int by) { return [by, i](int x) { return by * (x + i); }; };
    count();
    o[0] = add(3);
    o[1] = add(2.5f);
    o[2] = apply_to(scaled(2), 3);
    o[3] = [](int x) { return x + 3; }(total(1, 2, 3) + i - calls) + (count() - 2) + 1;
}
