// Functions of words that are no instruction everywhere. words.ll is this file through clang (generate.sh).
typedef unsigned int u32;
typedef unsigned long long u64;

// Four bytes of eight, each chosen by four bits of the selector; the fourth bit asks for the byte's sign eight times.
u32 kp_byte_perm_u32(u32 a, u32 b, u32 s) {
    u64 both = a | (u64)b << 32;
    u32 result = 0;
#pragma clang loop unroll(full)
    for (int i = 0; i < 4; i++) {
        u32 n = s >> 4 * i & 15, one = (u32)(both >> 8 * (n & 7)) & 255;
        result |= (n & 8 ? (one & 128 ? 255 : 0) : one) << 8 * i;
    }
    return result;
}
int kp_mul24_i32(int a, int b) { return (int)((u32)((int)((u32)a << 8) >> 8) * (u32)((int)((u32)b << 8) >> 8)); }
u32 kp_mul24_u32(u32 a, u32 b) { return (a & 0xffffff) * (b & 0xffffff); }
