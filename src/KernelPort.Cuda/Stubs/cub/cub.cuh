#pragma once
// Collectives are class templates with a nested TempStorage.
namespace cub {
template <class T, int Threads, auto... R> class BlockReduce;
template <class T, int Threads, auto... R> class BlockScan;
template <class T, int Threads, auto... R> class BlockLoad;
template <class T, int Threads, auto... R> class BlockStore;
template <class T, class... R> class WarpReduce;
template <class T, class... R> class WarpScan;
template <class K, class... R> class BlockRadixSort;
struct DeviceReduce;
struct DeviceScan;
struct DeviceRadixSort;
struct DeviceSelect;
struct DeviceHistogram;
struct DeviceSegmentedReduce;
struct Sum;
struct Max;
struct Min;
struct ArgMax;
struct ArgMin;
template <class K, class V> struct KeyValuePair;
template <class T> struct DoubleBuffer;
}
