namespace KernelPort.Backends.Bang.Vector;

/// <summary>Shuffles by one distance for all lanes: copies of the parts of warps. A lane whose source is none keeps its own value.</summary>
internal static class ShuffleHelpers
{
    public static readonly IReadOnlyList<(string Name, string Text)> All =
    [
        ("ShuffleDown", """

            __mlu_func__ void KpShuffleDown(int32_t *to, int32_t *from, uint32_t by, int32_t width, int32_t n)
            {
                const int32_t warps = n / width, rest = n % width, k = by < uint32_t(width) ? int32_t(by) : width;
                KpCopy(to, from, n);
                if (k == width) return;
                if (warps > 0) __memcpy(to, from + k, (width - k) * 4, NRAM2NRAM, width * 4, width * 4, warps - 1);
                KpCopy(to + warps * width, from + warps * width + k, rest - k);
            }

            """),
        ("ShuffleUp", """

            __mlu_func__ void KpShuffleUp(int32_t *to, int32_t *from, uint32_t by, int32_t width, int32_t n)
            {
                const int32_t warps = n / width, rest = n % width, k = by < uint32_t(width) ? int32_t(by) : width;
                KpCopy(to, from, n);
                if (k == width) return;
                if (warps > 0) __memcpy(to + k, from, (width - k) * 4, NRAM2NRAM, width * 4, width * 4, warps - 1);
                KpCopy(to + warps * width + k, from + warps * width, rest - k);
            }

            """),
        ("ShuffleXor", """

            __mlu_func__ void KpShuffleXor(int32_t *to, int32_t *from, uint32_t by, int32_t width, int32_t n)
            {
                const int32_t k = int32_t(by), pairs = k > 0 ? n / (2 * k) : 0;
                KpCopy(to, from, n);
                if (k > 0 && k < width && (k & (k - 1)) == 0 && pairs * 2 * k == n) {
                    __memcpy(to, from + k, k * 4, NRAM2NRAM, 8 * k, 8 * k, pairs - 1);
                    __memcpy(to + k, from, k * 4, NRAM2NRAM, 8 * k, 8 * k, pairs - 1);
                    return;
                }
                for (int32_t l = 0; l < n; ++l) {
                    const int32_t source = l ^ k;
                    if (source >= 0 && source < n && source < (l / width + 1) * width) to[l] = from[source];
                }
            }

            """),
        ("ShuffleIndex", """

            __mlu_func__ void KpShuffleIndex(int32_t *to, int32_t *from, uint32_t lane, int32_t width, int32_t n)
            {
                KpCopy(to, from, n);
                for (int32_t warp = 0; warp < n; warp += width) {
                    const int32_t source = warp + int32_t(lane & uint32_t(width - 1)), size = n - warp < width ? n - warp : width;
                    if (source >= n) continue;
                    to[warp] = from[source];
                    for (int32_t k = 1; k < size; k *= 2) __memcpy(to + warp + k, to + warp, (size - k < k ? size - k : k) * 4, NRAM2NRAM);
                }
            }

            """),
    ];
}
