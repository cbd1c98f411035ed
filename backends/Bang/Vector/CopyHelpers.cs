namespace KernelPort.Backends.Bang.Vector;

/// <summary>Functions of emitted text that copy rows, and elements that lanes point at.</summary>
internal static class CopyHelpers
{
    public static readonly IReadOnlyList<(string Name, string Text)> All =
    [
        ("LoadRows", """

            // Rows of n elements, each `step` elements of global memory behind the last; in NRAM they lie `pitch` elements apart.
            template <class T> __mlu_func__ void KpLoadRows(T *to, uint32_t pitch, T *from, int64_t at, int64_t step, int32_t rows, int32_t n)
            {
                if (rows <= 0 || n <= 0) return;
                if (step >= n && pitch >= uint32_t(n) && step * int64_t(sizeof(T)) <= INT32_MAX) {
                    __memcpy(to, from + at, n * sizeof(T), GDRAM2NRAM, pitch * sizeof(T), step * sizeof(T), rows - 1);
                    return;
                }
                for (int32_t r = 0; r < rows; ++r) __memcpy(to + r * pitch, from + at + r * step, n * sizeof(T), GDRAM2NRAM);
            }

            """),
        ("StoreRows", """

            // The same way back; rows that lie on each other are copied one after the other.
            template <class T> __mlu_func__ void KpStoreRows(T *to, int64_t at, int64_t step, int32_t rows, int32_t n, T *from, uint32_t pitch)
            {
                if (rows <= 0 || n <= 0) return;
                if (step >= n && pitch >= uint32_t(n) && step * int64_t(sizeof(T)) <= INT32_MAX) {
                    __memcpy(to + at, from, n * sizeof(T), NRAM2GDRAM, step * sizeof(T), pitch * sizeof(T), rows - 1);
                    return;
                }
                for (int32_t r = 0; r < rows; ++r) __memcpy(to + at + r * step, from + r * pitch, n * sizeof(T), NRAM2GDRAM);
            }

            """),
        ("AddRows", Combining("Add", "add")), ("MinRows", Combining("Min", "min")), ("MaxRows", Combining("Max", "max")),
        ("PickRow", """

            // n elements that lie `stride` apart.
            __mlu_func__ void KpPickRow(int32_t *to, int32_t *from, int64_t stride, int32_t n)
            {
                if (n <= 0) return;
                if (stride == 1 || n == 1) {
                    __memcpy(to, from, n * 4, NRAM2NRAM);
                } else if (stride > 1 && stride * 4 <= INT32_MAX) {
                    __memcpy(to, from, 4, NRAM2NRAM, 4, stride * 4, n - 1);
                } else if (stride == 0) {
                    to[0] = from[0];
                    for (int32_t k = 1; k < n; k *= 2) __memcpy(to + k, to, (n - k < k ? n - k : k) * 4, NRAM2NRAM);
                } else {
                    for (int32_t l = 0; l < n; ++l) to[l] = from[l * stride];
                }
            }

            """),
        ("Widen", """

            // Small integers as the low bytes of int32, the others 0.
            template <class T> __mlu_func__ void KpWiden(int32_t *to, T *from, int32_t n)
            {
                __bang_write_value(to, KpWhole(n), 0);
                if (n > 0) __memcpy(to, from, sizeof(T), NRAM2NRAM, 4, sizeof(T), n - 1);
            }

            """),
        ("Narrow", """

            // The low bytes of int32.
            template <class T> __mlu_func__ void KpNarrow(T *to, int32_t *from, int32_t n)
            {
                if (n > 0) __memcpy(to, from, sizeof(T), NRAM2NRAM, sizeof(T), 4, n - 1);
            }

            """),
        ("Fetch", """

            // Some lane of a mask has a value that is not 0.
            __mlu_func__ bool KpSome(int32_t *values, int32_t *mask, float *work0, float *work1, int32_t n)
            {
                const int32_t whole = KpWhole(n);
                __bang_band((int8_t *)work0, (int8_t *)values, (int8_t *)mask, whole * 4);
                __bang_int322float_rn(work1, (int32_t *)work0, whole, 0);
                KpSum(work1, work1, n, work0);
                return work1[0] != 0.0f;
            }

            // from[at + index * scale + besides] for the lanes of a mask, gathered from global memory. False where an offset is negative or beyond 2 GB.
            // `reach` is how far the lanes' parts besides the index may lie apart.
            template <class U, class T> __mlu_func__ bool KpFetch(U *to, T *from, int64_t at, float *index, int64_t scale, float *besides,
                bool isBesides, int64_t reach, int32_t *mask, float *offsets, float *work, int32_t lanes, float *work0, float *work1)
            {
                const int32_t whole = KpWhole(lanes);
                const int64_t size = scale < 0 ? -scale : scale, most = (INT32_MAX / int64_t(sizeof(T)) - reach) / (size == 0 ? 1 : size);
                if (most <= 0) return false;
                int32_t *i = (int32_t *)index, *o = (int32_t *)offsets, *w = (int32_t *)work;
                int32_t running = 0;
                while (running < lanes && mask[running] == 0) ++running;
                if (running == lanes) return true;
                __bang_lt_scalar(w, i, int32_t(-most), whole);
                __bang_ge_scalar(o, i, int32_t(most), whole);
                __bang_add(w, w, o, whole);
                if (KpSome(w, mask, work0, work1, lanes)) return false;
                __bang_mul_scalar(o, i, int32_t(scale), whole);
                if (isBesides) __bang_add(o, o, (int32_t *)besides, whole);
                __bang_mul_scalar(o, o, int32_t(sizeof(T)), whole);
                __bang_lt_scalar(w, o, 0, whole);
                if (KpSome(w, mask, work0, work1, lanes)) return false;
                // Lanes that do not run may point anywhere: they read what one that runs reads.
                __bang_band((int8_t *)o, (int8_t *)o, (int8_t *)mask, whole * 4);
                __bang_write_value(w, whole, o[running]);
                __bang_bnot((int8_t *)work0, (int8_t *)mask, whole * 4);
                __bang_band((int8_t *)w, (int8_t *)w, (int8_t *)work0, whole * 4);
                __bang_bor((int8_t *)o, (int8_t *)o, (int8_t *)w, whole * 4);
                __gather((T *)to, from + at, (uint32_t *)o, sizeof(T), GDRAM2NRAM, sizeof(T), lanes);
                return true;
            }

            """),
    ];

    private static string Combining(string name, string call) => $$"""

        // Rows that combine with what is there.
        template <class T> __mlu_func__ void Kp{{name}}Rows(T *to, int64_t at, int64_t step, int32_t rows, int32_t n, T *from, uint32_t pitch)
        {
            if (n <= 0) return;
            for (int32_t r = 0; r < rows; ++r) __bang_atomic_reduce_{{call}}(to + at + r * step, from + r * pitch, n);
        }

        """;
}
