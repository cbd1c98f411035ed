// launch: sizes<<<1, 1>>>(out: int[18])
// expect: out = 12 8 16 8 32 16 1 0 1 0 1 0 0 1 0 0 1 1
#include <type_traits>
struct Plain { int a; char b; };
struct AfterPlain : Plain { char c; };
class Hidden { long long a; long long b; public: __device__ Hidden() : a(1), b(2) {} };
struct Full : Hidden { float c; float d; };
struct Padded { __device__ Padded() : a(1), b(2) {} int a; char b; };
struct Alone : Padded { __device__ int sum() const { return a + b; } };
struct Wide : Padded { long long c; };
struct Empty {};
struct alignas(16) Aligned {};
struct FromAligned : Aligned { int a; };
struct Copied { int a; __device__ Copied(const Copied& o) : a(o.a) {} };
struct Defaulted { int a; Defaulted(const Defaulted&) = default; };
struct Holder { Copied c[2]; };
struct Destroyed { int a; __device__ ~Destroyed() {} };
struct Mixed { int a; private: int b; };
struct Pointing { int& a; };
struct Both : Plain { int c; };
struct OnlyBase : Plain, Empty {};
__global__ void sizes(int* out) {
    out[0] = sizeof(AfterPlain);
    out[1] = sizeof(Alone);
    out[2] = sizeof(Wide);
    AfterPlain p;
    out[3] = (int)(reinterpret_cast<char*>(&p.c) - reinterpret_cast<char*>(&p));
    out[4] = sizeof(Full) + 8;
    out[5] = sizeof(FromAligned);
    out[6] = std::is_trivially_copyable<Plain>::value;
    out[7] = std::is_trivially_copyable<Copied>::value;
    out[8] = std::is_trivially_copyable<Defaulted>::value;
    out[9] = std::is_trivially_copyable<Holder>::value;
    out[10] = std::is_trivially_copyable_v<Both>;
    out[11] = std::is_trivially_copyable_v<Destroyed>;
    out[12] = std::is_standard_layout<Mixed>::value;
    out[13] = std::is_standard_layout_v<Plain>;
    out[14] = std::is_standard_layout_v<Pointing>;
    out[15] = std::is_standard_layout_v<Both>;
    out[16] = std::is_standard_layout_v<OnlyBase>;
    out[17] = std::is_trivially_copyable_v<int*>;
}
