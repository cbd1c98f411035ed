// launch: unpack<<<2, 4>>>(bytes: unsigned char[104] = seq(1, 3), out: int[56])
// expect: out = 1 218760964 4880 7964 218767388 406260973 1301 40 875638315 16445 17987 875654761 187500015 1402 79 1532515666 24926 28010 1532542134 1720015673 1106 118 -2105574279 -29045 38033 -2105603321 187500015 805 157 -1448696928 -20564 48056 -1448715944 -1261196915 1204 196 -791819577 -8999 58079 -791828579 187500015 804 235 -134942226 -518 2310 -134941462 52557777 4404 18 505092117 10791 12333 505102907 187500015 804
// launch: repack<<<1, 8>>>(bytes: unsigned char[112] = poison, out: int[8])
// expect: out = 7051859 6051771 5051683 4051595 3051763 2051675 1051587 51499
struct __attribute__((packed)) Record {
    unsigned char kind;
    int value;
    short pair[2];
    float scale;
};

#pragma pack(push, 2)
struct Half { char tag; int value; double wide; };
#pragma pack(push, 1)
struct Close { char tag; long long value; short last; };
#pragma pack(pop)
struct HalfToo { char a; int b; };
#pragma pack(pop)
struct Usual { char tag; int value; };

typedef struct { char a; int b; } __attribute__((packed)) Trailing;
struct OneMember { char a; int b __attribute__((packed)); int c; };
struct __attribute__((packed)) Bits { unsigned a : 20; unsigned b : 20; int c : 12; char d; };
struct Outer { short before; Close close; Record records[2]; int after; };
struct __attribute__((packed, aligned(4))) Aligned { char a; int b; };
struct __attribute__((packed)) Chars { char a; char b[3]; };

__global__ void unpack(const unsigned char* bytes, int* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    const Record* r = reinterpret_cast<const Record*>(bytes) + i;
    int* to = out + i * 7;
    to[0] = r->kind;
    to[1] = r->value;
    to[2] = r->pair[i & 1];
    to[3] = __float_as_int(r->scale) & 0xffff;
    Record copy = *r;
    copy.value ^= i;
    copy.pair[1] += 2;
    to[4] = copy.value + copy.pair[1];
    Outer o = {1, {2, 3000000000LL, 4}, {copy, {5, 6, {7, 8}, 0.5f}}, 9};
    o.close.value += o.records[1].pair[i & 1];
    to[5] = static_cast<int>(o.close.value >> 4) + o.records[i & 1].value + o.after;
    switch (i) {
        case 0: to[6] = sizeof(Record) * 100 + alignof(Record); break;
        case 1: to[6] = sizeof(Half) * 100 + alignof(Half); break;
        case 2: to[6] = sizeof(Close) * 100 + sizeof(HalfToo); break;
        case 3: to[6] = sizeof(Usual) * 100 + sizeof(Trailing); break;
        case 4: to[6] = sizeof(OneMember) * 100 + alignof(OneMember); break;
        case 5: to[6] = sizeof(Bits) * 100 + sizeof(Chars); break;
        case 6: to[6] = sizeof(Outer) * 100 + alignof(Outer); break;
        default: to[6] = sizeof(Aligned) * 100 + alignof(Aligned); break;
    }
}

__global__ void repack(unsigned char* bytes, int* out) {
    __shared__ Half halves[8];
    int i = threadIdx.x;
    halves[i].tag = i;
    halves[i].value = i * 1000003;
    halves[i].wide = i * 0.25;
    __syncthreads();
    Half* to = reinterpret_cast<Half*>(bytes) + i;
    *to = halves[7 - i];
    to->tag++;
    Bits b = {1000000u + i, 99999, -5, 'x'};
    b.b += b.a;
    b.c -= i;
    OneMember m = {'a', -7, i};
    m.b *= m.c;
    out[i] = b.b + b.c + b.d + m.b + to->value + to->tag * 10 + static_cast<int>(to->wide * 4) + bytes[i * 14 + 2];
}
