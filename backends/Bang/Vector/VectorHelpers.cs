namespace KernelPort.Backends.Bang.Vector;

/// <summary>Functions of emitted text: what copies, comparisons and exchanges of lanes are made of (npu-dialects 5).</summary>
internal static class VectorHelpers
{
    /// <summary>By name, in the order they are written.</summary>
    public static IReadOnlyList<(string Name, string Text)> All =>
    [
        .. CopyHelpers.All,
        ("Less", """

            // a < b, or its opposite, as 0 or -1 a lane: the sign of (a & ~b) | (~(a ^ b) & (a - b)), exact where int32 wraps.
            __mlu_func__ void KpLess(int32_t *to, int32_t *a, int32_t *b, bool isLess, int32_t n, float *work0, float *work1)
            {
                int32_t *less = (int32_t *)work0, *same = (int32_t *)work1;
                __bang_bnot((int8_t *)less, (int8_t *)b, n * 4);
                __bang_band((int8_t *)less, (int8_t *)less, (int8_t *)a, n * 4);
                __bang_bor((int8_t *)same, (int8_t *)a, (int8_t *)b, n * 4);
                __bang_band((int8_t *)to, (int8_t *)a, (int8_t *)b, n * 4);
                __bang_sub(same, same, to, n);
                __bang_bnot((int8_t *)same, (int8_t *)same, n * 4);
                __bang_sub(to, a, b, n);
                __bang_band((int8_t *)to, (int8_t *)to, (int8_t *)same, n * 4);
                __bang_bor((int8_t *)to, (int8_t *)to, (int8_t *)less, n * 4);
                if (isLess) __bang_lt_scalar(to, to, 0, n);
                else __bang_ge_scalar(to, to, 0, n);
                __bang_mul_scalar(to, to, -1, n);
            }

            """),
        ("Round", """

            enum { KP_TRUNC, KP_ROUND, KP_RINT };

            // To a whole number, towards zero, away from zero at halves, or to even: beyond 2^23 all are whole.
            template <int Mode> __mlu_func__ void KpRound(float *to, float *from, int32_t n, float *work0, float *work1)
            {
                int32_t *mask = (int32_t *)work1;
                __bang_abs(work0, from, n);
                __bang_add_scalar(to, work0, 8388608.0f, n);
                __bang_sub_scalar(to, to, 8388608.0f, n);
                if (Mode != KP_RINT) {
                    __bang_gt(work1, to, work0, n);
                    __bang_sub(to, to, work1, n);
                }
                if (Mode == KP_ROUND) {
                    __bang_sub(work1, work0, to, n);
                    __bang_ge_scalar(work1, work1, 0.5f, n);
                    __bang_add(to, to, work1, n);
                }
                __bang_lt_scalar(work1, work0, 8388608.0f, n);
                __bang_float2int32_tz(mask, work1, n, 0);
                __bang_mul_scalar(mask, mask, -1, n);
                __bang_band((int8_t *)to, (int8_t *)to, (int8_t *)mask, n * 4);
                __bang_bnot((int8_t *)mask, (int8_t *)mask, n * 4);
                __bang_band((int8_t *)work0, (int8_t *)work0, (int8_t *)mask, n * 4);
                __bang_bor((int8_t *)to, (int8_t *)to, (int8_t *)work0, n * 4);
                __bang_band_scalar((int32_t *)work0, (int32_t *)from, int32_t(0x80000000u), n);
                __bang_bor((int8_t *)to, (int8_t *)to, (int8_t *)work0, n * 4);
            }

            """),
        ("Divide", """

            // q = a / d and r = a % d; what the machine's division may not be given goes by itself.
            __mlu_func__ void KpDivide(int32_t *q, int32_t *r, int32_t *a, int32_t d, float *, float *, int32_t *, int32_t n)
            {
                const int32_t whole = KpWhole(n);
                if (d == 0) __bang_write_value(q, whole, -1);
                else if (d == -1) __bang_mul_scalar(q, a, -1, whole);
                else __bang_div(q, a, d, whole);
                __bang_mul_scalar(r, q, int32_t(0u - uint32_t(d)), whole);
                __bang_add(r, r, a, whole);
            }

            """),
        ("Gather", """

            // Elements by their offsets in bytes, one after the other: the machine gathers from global memory only.
            template <class T> __mlu_func__ void KpGather(T *to, T *from, uint32_t *offsets, uint32_t first, uint32_t n)
            {
                for (uint32_t l = 0; l < n; ++l) to[l] = from[(offsets[l] + first) / sizeof(T)];
            }

            """),
        ("Ballot", """

            // For each lane the bits of its warp's lanes.
            __mlu_func__ void KpBallot(uint32_t *to, int32_t *mask, int32_t n)
            {
                for (int32_t warp = 0; warp < n; warp += 32) {
                    uint32_t word = 0;
                    for (int32_t l = 0; l < 32 && warp + l < n; ++l) word |= mask[warp + l] != 0 ? 1u << l : 0u;
                    for (int32_t l = 0; l < 32 && warp + l < n; ++l) to[warp + l] = word;
                }
            }

            """),
        .. ShuffleHelpers.All,
    ];
}
