#pragma once
// Collectives as real C++: a warp's through shuffles, a block's through the storage the caller gives. Temporaries of other collectives stay declared only.
#include <cuda_runtime.h>
#include <type_traits>
#include <limits>
namespace cub {
enum BlockReduceAlgorithm { BLOCK_REDUCE_RAKING_COMMUTATIVE_ONLY, BLOCK_REDUCE_RAKING, BLOCK_REDUCE_WARP_REDUCTIONS };
enum BlockScanAlgorithm { BLOCK_SCAN_RAKING, BLOCK_SCAN_RAKING_MEMOIZE, BLOCK_SCAN_WARP_SCANS };
struct Sum { template <class T> __host__ __device__ T operator()(const T &a, const T &b) const { return a + b; } };
struct Max { template <class T> __host__ __device__ T operator()(const T &a, const T &b) const { return a < b ? b : a; } };
struct Min { template <class T> __host__ __device__ T operator()(const T &a, const T &b) const { return b < a ? b : a; } };
template <class K, class V> struct KeyValuePair { K key; V value; };
struct ArgMax { template <class K, class V> __host__ __device__ KeyValuePair<K, V> operator()(const KeyValuePair<K, V> &a, const KeyValuePair<K, V> &b) const { return (b.value > a.value) || (a.value == b.value && b.key < a.key) ? b : a; } };
struct ArgMin { template <class K, class V> __host__ __device__ KeyValuePair<K, V> operator()(const KeyValuePair<K, V> &a, const KeyValuePair<K, V> &b) const { return (b.value < a.value) || (a.value == b.value && b.key < a.key) ? b : a; } };
namespace detail {
inline __device__ int thread() { return (int)(threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)); }
}

template <class T, int Lanes = 32, int Arch = 0> struct WarpReduce {
    struct TempStorage { char unused; };
    __device__ WarpReduce(TempStorage &) {}
    template <class Op> __device__ T Reduce(T value, Op op, int valid = Lanes) {
        int lane = detail::thread() % Lanes;
        for (int delta = 1; delta < Lanes; delta *= 2) {
            T other = __shfl_down_sync(0xffffffffu, value, delta, Lanes);
            if (lane + delta < valid) value = op(value, other);
        }
        return value;
    }
    __device__ T Sum(T value) { return Reduce(value, cub::Sum()); }
    __device__ T Sum(T value, int valid) { return Reduce(value, cub::Sum(), valid); }
};

template <class T, int Lanes = 32, int Arch = 0> struct WarpScan {
    struct TempStorage { char unused; };
    __device__ WarpScan(TempStorage &) {}
    template <class Op> __device__ void InclusiveScan(T input, T &output, Op op) {
        int lane = detail::thread() % Lanes;
        T value = input;
        for (int delta = 1; delta < Lanes; delta *= 2) {
            T other = __shfl_up_sync(0xffffffffu, value, delta, Lanes);
            if (lane >= delta) value = op(other, value);
        }
        output = value;
    }
    __device__ void InclusiveSum(T input, T &output) { InclusiveScan(input, output, cub::Sum()); }
    __device__ void ExclusiveSum(T input, T &output) {
        T whole;
        InclusiveScan(input, whole, cub::Sum());
        T before = __shfl_up_sync(0xffffffffu, whole, 1, Lanes);
        output = detail::thread() % Lanes == 0 ? T(0) : before;
    }
};

template <class T, int X, BlockReduceAlgorithm Algorithm = BLOCK_REDUCE_WARP_REDUCTIONS, int Y = 1, int Z = 1, int Arch = 0> struct BlockReduce {
    struct TempStorage { T values[X * Y * Z]; };
    TempStorage &storage;
    __device__ BlockReduce(TempStorage &s) : storage(s) {}
    template <class Op> __device__ T Reduce(T value, Op op, int valid = X * Y * Z) {
        int t = detail::thread();
        storage.values[t] = value;
        for (int span = 1; span < X * Y * Z; span *= 2) {
            __syncthreads();
            if (t % (2 * span) == 0 && t + span < valid) storage.values[t] = op(storage.values[t], storage.values[t + span]);
        }
        return storage.values[t];
    }
    template <int N, class Op> __device__ T Reduce(T (&items)[N], Op op) {
        T value = items[0];
        for (int i = 1; i < N; ++i) value = op(value, items[i]);
        return Reduce(value, op);
    }
    __device__ T Sum(T value) { return Reduce(value, cub::Sum()); }
    __device__ T Sum(T value, int valid) { return Reduce(value, cub::Sum(), valid); }
    template <int N> __device__ T Sum(T (&items)[N]) { return Reduce(items, cub::Sum()); }
};

template <class T, int X, BlockScanAlgorithm Algorithm = BLOCK_SCAN_RAKING, int Y = 1, int Z = 1, int Arch = 0> struct BlockScan {
    struct TempStorage { T values[X * Y * Z]; };
    TempStorage &storage;
    __device__ BlockScan(TempStorage &s) : storage(s) {}
    template <class Op> __device__ void InclusiveScan(T input, T &output, Op op) {
        int t = detail::thread();
        storage.values[t] = input;
        __syncthreads();
        for (int delta = 1; delta < X * Y * Z; delta *= 2) {
            T value = storage.values[t];
            if (t >= delta) value = op(storage.values[t - delta], value);
            __syncthreads();
            storage.values[t] = value;
            __syncthreads();
        }
        output = storage.values[t];
    }
    template <class Op> __device__ void InclusiveScan(T input, T &output, Op op, T &total) { InclusiveScan(input, output, op); total = storage.values[X * Y * Z - 1]; }
    __device__ void InclusiveSum(T input, T &output) { InclusiveScan(input, output, cub::Sum()); }
    __device__ void InclusiveSum(T input, T &output, T &total) { InclusiveScan(input, output, cub::Sum(), total); }
    __device__ void ExclusiveSum(T input, T &output) {
        T whole;
        InclusiveScan(input, whole, cub::Sum());
        output = detail::thread() == 0 ? T(0) : storage.values[detail::thread() - 1];
    }
    __device__ void ExclusiveSum(T input, T &output, T &total) { ExclusiveSum(input, output); total = storage.values[X * Y * Z - 1]; }
    template <class Op> __device__ void ExclusiveScan(T input, T &output, T initial, Op op) {
        T whole;
        InclusiveScan(input, whole, op);
        output = detail::thread() == 0 ? initial : op(initial, storage.values[detail::thread() - 1]);
    }
};
template <class T, int Threads, auto... R> class BlockLoad;
template <class T, int Threads, auto... R> class BlockStore;
template <class K, class... R> class BlockRadixSort;
struct DeviceReduce;
struct DeviceScan;
struct DeviceRadixSort;
struct DeviceSelect;
struct DeviceHistogram;
struct DeviceSegmentedReduce;
template <class T> struct DoubleBuffer;
}
