namespace KernelPort.Backends.Cann.Vector;

/// <summary>Functions of emitted text that copy between global memory and tensors where lanes are no plain row (npu-dialects 2.5 and 8.6).</summary>
internal static class CopyHelpers
{
    /// <summary>By name, in the order they are written.</summary>
    public static readonly IReadOnlyList<(string Name, string Text)> All =
    [
        ("LoadRows", """

            // Rows of n elements, each `step` elements of global memory behind the last; in the unified buffer they lie `pitch` elements apart.
            template <class T> __aicore__ inline void KpLoadRows(const LocalTensor<T>& to, uint32_t pitch, const GlobalTensor<T>& from, int64_t at, int64_t step, int32_t rows, int32_t n)
            {
                if (rows <= 0 || n <= 0) return;
                const uint32_t bytes = uint32_t(n) * sizeof(T), free = (pitch * sizeof(T) - (bytes + 31) / 32 * 32) / 32;
                const DataCopyPadExtParams<T> none{false, 0, 0, T()};
                if (step >= n && (step - n) * int64_t(sizeof(T)) <= int64_t(UINT32_MAX)) {
                    DataCopyPad(to, from[at], DataCopyExtParams{uint16_t(rows), bytes, uint32_t((step - n) * sizeof(T)), free, 0}, none);
                    return;
                }
                for (int32_t r = 0; r < rows; ++r) DataCopyPad(to[uint32_t(r) * pitch], from[at + r * step], DataCopyExtParams{1, bytes, 0, 0, 0}, none);
            }

            """),
        ("StoreRows", """

            // The same way back; rows that lie on each other are copied one after the other.
            template <class T> __aicore__ inline void KpStoreRows(const GlobalTensor<T>& to, int64_t at, int64_t step, int32_t rows, int32_t n, const LocalTensor<T>& from, uint32_t pitch)
            {
                if (rows <= 0 || n <= 0) return;
                const uint32_t bytes = uint32_t(n) * sizeof(T), free = (pitch * sizeof(T) - (bytes + 31) / 32 * 32) / 32;
                if (step >= n && (step - n) * int64_t(sizeof(T)) <= int64_t(UINT32_MAX)) {
                    DataCopyPad(to[at], from, DataCopyExtParams{uint16_t(rows), bytes, free, uint32_t((step - n) * sizeof(T)), 0});
                    return;
                }
                for (int32_t r = 0; r < rows; ++r) {
                    DataCopyPad(to[at + r * step], from[uint32_t(r) * pitch], DataCopyExtParams{1, bytes, 0, 0, 0});
                    PipeBarrier<PIPE_MTE3>();
                }
            }

            """),
        ("Apart", """

            // n elements of one buffer and n of another are the same ones, or have none in common.
            template <class T, class U> __aicore__ inline bool KpApart(const GlobalTensor<T>& x, int64_t i, const GlobalTensor<U>& y, int64_t j, int64_t n)
            {
                const uint64_t a = uint64_t(x.GetPhyAddr()) + i * sizeof(T), b = uint64_t(y.GetPhyAddr()) + j * sizeof(U);
                return n <= 0 || (a == b && sizeof(T) == sizeof(U)) || a + n * sizeof(T) <= b || b + n * sizeof(U) <= a;
            }

            """),
        ("Fetch", """

            // The greatest or the least of n numbers: halves are laid over each other as long as they begin on 32 bytes.
            template <bool Most> __aicore__ inline int32_t KpExtreme(const LocalTensor<int32_t>& x, int32_t n)
            {
                while (n > 8) {
                    const int32_t half = (n + 15) / 16 * 8;
                    if (Most) Max(x, x, x[uint32_t(half)], n - half);
                    else Min(x, x, x[uint32_t(half)], n - half);
                    n = half;
                }
                PipeBarrier<PIPE_ALL>();
                int32_t best = x.GetValue(0);
                for (int32_t i = 1; i < n; ++i) {
                    const int32_t other = x.GetValue(uint32_t(i));
                    if (Most ? other > best : other < best) best = other;
                }
                PipeBarrier<PIPE_ALL>();
                return best;
            }

            // The least and the greatest number of the lanes of a mask; least above greatest where it has none.
            __aicore__ inline void KpLimits(const LocalTensor<float>& x, const LocalTensor<uint8_t>& mask, const LocalTensor<float>& work, int32_t lanes, int32_t& least, int32_t& most)
            {
                const LocalTensor<int32_t> w = work.ReinterpretCast<int32_t>();
                Duplicate(w, INT32_MAX, lanes);
                Select(work, mask, x, work, SELMODE::VSEL_TENSOR_TENSOR_MODE, uint32_t(lanes));
                least = KpExtreme<false>(w, lanes);
                Duplicate(w, INT32_MIN, lanes);
                Select(work, mask, x, work, SELMODE::VSEL_TENSOR_TENSOR_MODE, uint32_t(lanes));
                most = KpExtreme<true>(w, lanes);
            }

            // from[at + index * scale + besides] for the lanes of a mask. Between the first and the last of these elements there are only elements of the same buffer: where
            // they fit they come in one copy, and a gather picks. False where they do not. `reach` is how far the lanes' parts besides the index may lie apart.
            template <class T, class U> __aicore__ inline bool KpFetch(const LocalTensor<U>& to, const GlobalTensor<T>& from, int64_t at, const LocalTensor<float>& index, int64_t scale, const LocalTensor<float>& besides,
                bool isBesides, int64_t reach, const LocalTensor<uint8_t>& mask, const LocalTensor<T>& room, uint32_t roomBytes, const LocalTensor<float>& offsets, const LocalTensor<float>& work, int32_t lanes)
            {
                int32_t least, most;
                if (reach >= 1 << 29) return false;
                KpLimits(index, mask, work, lanes, least, most);
                if (least > most) return true;
                if ((int64_t(most) - least) * scale + reach >= 1 << 29) return false;
                const LocalTensor<int32_t> o = offsets.ReinterpretCast<int32_t>();
                Adds(o, index.ReinterpretCast<int32_t>(), int32_t(0u - uint32_t(least)), lanes);
                Muls(o, o, int32_t(scale), lanes);
                at += least * scale;
                if (isBesides) Add(o, o, besides.ReinterpretCast<int32_t>(), lanes);
                KpLimits(offsets, mask, work, lanes, least, most);
                const int64_t bytes = (int64_t(most) - least + 1) * int64_t(sizeof(T));
                if (bytes > roomBytes) return false;
                PipeBarrier<PIPE_ALL>();
                DataCopyPad(room, from[at + least], DataCopyExtParams{1, uint32_t(bytes), 0, 0, 0}, DataCopyPadExtParams<T>{false, 0, 0, T()});
                PipeBarrier<PIPE_ALL>();
                Adds(o, o, -least, lanes);
                Muls(o, o, int32_t(sizeof(T)), lanes);
                // Lanes that do not run may point anywhere: they read the first element.
                Select(offsets, mask, offsets, 0.0f, SELMODE::VSEL_TENSOR_SCALAR_MODE, uint32_t(lanes));
                Gather(to, room.template ReinterpretCast<U>(), offsets.ReinterpretCast<uint32_t>(), uint32_t(0), uint32_t(lanes));
                return true;
            }

            """),
    ];
}
