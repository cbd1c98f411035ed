#!/usr/bin/env python3
"""Writes each CUDA-dialect backend's HostApi.csv from a table of all vendors' names.

Usage: host-api.py API-MAP.csv [BACKENDS-FOLDER]

The input has a line a CUDA name and a column a vendor; a trailing '?' marks a name that is concluded, not seen.
What a plain rename cannot say (arguments, namespaces, headers a vendor folds into its main one) stands below.
"""
import csv
import os
import re
import sys

LOOKS = re.compile(r"^(cuda|CUDA|cu[A-Z]|CU[A-Z_]|cublas|cudnn|cufft|curand|cusparse|cusolver|nccl|NCCL|nvrtc|NVRTC|nv_|NV|__)")

FOLDED = ["device_launch_parameters.h", "device_functions.h", "vector_types.h", "vector_functions.h", "driver_types.h", "host_defines.h",
          "builtin_types.h", "math_functions.h", "cuda_device_runtime_api.h", "sm_20_intrinsics.h", "sm_30_intrinsics.h",
          "sm_35_intrinsics.h", "sm_60_atomic_functions.h", "device_atomic_functions.h", "texture_fetch_functions.h",
          "channel_descriptor.h", "cuda_profiler_api.h", "driver_functions.h", "texture_types.h", "surface_types.h"]

# 32-lane groups on wider warps: simt-dialects 3.3, rules R1 to R3
SLICE = "((unsigned)({0} >> (__lane_id() & 32){0&}))"
ALL_SLICED = SLICE.replace("{0&}", "")
SHUFFLES = ["__shfl", "__shfl_up", "__shfl_down", "__shfl_xor"]


FOLLOWS = "the guard follows the header's name"


def guards(runtime, types, mark="?", source=FOLLOWS):
    """Programs ask whether CUDA's headers were there by their guards."""
    return [("__CUDA_RUNTIME_H__", "macro", runtime, mark, source), ("__DRIVER_TYPES_H__", "macro", types, mark, source)]


# NVTX's names keep theirs: what the vendors have in its place has no domains and attributes, wants a library to link, and changes no result
MARKS = ["nvToolsExt.h", "nvToolsExtCudaRt.h", "nvtx3/nvToolsExt.h", "nvtx3/nvToolsExtCudaRt.h"]
MARK_TYPES = ["nvtxColorType_t", "nvtxDomainHandle_t", "nvtxEventAttributes_t", "nvtxEventAttributes_v2", "nvtxMessageType_t", "nvtxMessageValue_t", "nvtxPayloadType_t", "nvtxRangeId_t", "nvtxStringHandle_t"]
MARK_MACROS = ["NVTX_VERSION", "NVTX_SUCCESS", "NVTX_NO_PUSH_POP_TRACKING", "NVTX_EVENT_ATTRIB_STRUCT_SIZE"]
MARK_ENUMS = ["NVTX_COLOR_UNKNOWN", "NVTX_COLOR_ARGB", "NVTX_PAYLOAD_UNKNOWN"] + ["NVTX_PAYLOAD_TYPE_" + t for t in ["UNSIGNED_INT64", "INT64", "DOUBLE", "UNSIGNED_INT32", "INT32", "FLOAT"]] \
    + ["NVTX_MESSAGE_UNKNOWN"] + ["NVTX_MESSAGE_TYPE_" + t for t in ["ASCII", "UNICODE", "REGISTERED"]]
MARK_FUNCTIONS = ["nvtxInitialize", "nvtxMarkEx", "nvtxRangeStartEx", "nvtxRangeEnd", "nvtxRangePushEx", "nvtxRangePop"] \
    + ["nvtxDomain" + f for f in ["Destroy", "MarkEx", "RangeStartEx", "RangeEnd", "RangePushEx", "RangePop"]] \
    + ["nvtx" + f + a for f in ["Mark", "RangeStart", "RangePush", "NameCategory", "NameOsThread", "NameCudaDevice", "NameCudaEvent", "NameCudaStream",
                                "DomainCreate", "DomainRegisterString", "DomainNameCategory"] for a in ["", "A", "W"]]


def marks():
    source = "a profiler's marks change no result: ours goes along, and does nothing"
    return [(h, "header", "kernelport/" + h, "", source) for h in MARKS] \
        + [(n, kind, n, "", source) for kind, names in [("type", MARK_TYPES), ("macro", MARK_MACROS), ("enum", MARK_ENUMS), ("function", MARK_FUNCTIONS)] for n in names]


def events(prefix):
    """CUDA's C++ header lets a call leave out flags, or give them, where the vendors' C functions do not."""
    source = "cuda_runtime.h: the form with flags is another function in C"
    return [("cudaEventCreate", "call", f"{prefix}EventCreate({{0}}) || {prefix}EventCreateWithFlags({{0}}, {{1}})", "", source)]


def clocks(word="clock64()", mark="", source="api-map: clock64"):
    """What stands for the registers that count, where inline PTX reads them."""
    ticks = [("%clock64", "function", word, mark, source), ("%clock", "function", word and f"(unsigned)({word})", mark, source)]
    timer = source + "; ticks where CUDA counts nanoseconds" if word else source
    return ticks + [("%globaltimer", "function", word, mark, timer), ("%globaltimer_lo", "function", word and f"(unsigned)({word})", mark, timer),
                    ("%globaltimer_hi", "function", word and f"(unsigned)({word} >> 32)", mark, timer)]


def shuffles_with_width():
    return [(s + "_sync", "wide", s + "_sync({0}, {1}, {2}, {3|32})", "", "simt-dialects 3.3 R1: explicit width") for s in SHUFFLES]


def no_votes():
    # A vote would be taken over the whole warp, and how wide a ballot is there nobody says (simt-dialects 3.1): listed, not guessed.
    return no_reductions("__match_any_sync") + [(v, "wide", "", "", "simt-dialects 3.1: type of a ballot unknown") for v in ["__ballot_sync", "__any_sync", "__all_sync", "__activemask"]]


def libraries(source, cub="", thrust=False, mark="?"):
    """What a library's folder becomes, file by file: the star stands for the same on both sides."""
    below = source + "; files below the folder are inferred"
    return ([("cub/*.cuh", "header", cub, "?", below)] if cub else []) + ([("thrust/*", "header", "thrust/*", mark, below if mark else source)] if thrust else [])


def tuples():
    return [("thrust/tuple.h", "header", "kernelport/kernelport_tuple.h", "", "no Thrust is known: ours goes along, and gives way to the vendor's where there is one")]


def makers(prefix):
    return [(f"make_cuda{w}", "function", f"make_{prefix}{w}", "?", "follows the type's name") for w in ["Extent", "PitchedPtr", "Pos"]]


def plain_loads(*names):
    # the hint is all that is lost
    return [(n, "call", "(*({0}))", "", "a plain load reads the same") for n in names]


def directed_doubles(known):
    # the table of names has the forms that round to nearest only
    names = [f"__d{w}_{r}" for w in ["add", "div", "mul", "rcp", "sqrt", "sub"] for r in ["rd", "ru", "rz"]]
    return [(n, "function", n if known else "", "?" if known else "", "") for n in names]


def plain_stores():
    return [(n, "call", "(*({0}) = ({1}))", "", "a plain store writes the same") for n in ["__stcg", "__stcs", "__stwb", "__stwt"]]


def no_grid(source):
    return [("this_grid", "function", "", "", source), ("grid_group", "type", "", "", source)]


OURS = "no header of the vendor's is known: ours goes along"
COMPLEX_TYPES = ["cuComplex", "cuFloatComplex", "cuDoubleComplex"]
COMPLEX_FUNCTIONS = ["make_" + t for t in COMPLEX_TYPES] + ["cuComplexFloatToDouble", "cuComplexDoubleToFloat"] \
    + [f"cuC{w}{f}" for w in ["real", "imag", "add", "sub", "mul", "div", "abs", "fma", "onj"] for f in ["", "f"]]


def ours(*headers, grid="no grid-wide barrier is known"):
    """Headers that go along as source, in the target's words; what they declare keeps CUDA's names."""
    # what those include that count threads
    shared = ["kernelport_thread.h"] if {"cooperative_groups.h", "mma.h"} & set(headers) else []
    rows = [(h, "header", "kernelport/" + h, "", OURS) for h in [*headers, *shared]]
    if "cuComplex.h" in headers:
        rows += [(n, "type", n, "", OURS) for n in COMPLEX_TYPES] + [(n, "function", n, "", OURS) for n in COMPLEX_FUNCTIONS]
    if "cub/cub.cuh" in headers:
        # of CUB ours has the collectives of a block and a warp
        rows += [(n, "type", "", "", OURS + ", without these") for n in ["BlockExchange", "BlockHistogram", "BlockLoad", "BlockRadixSort", "BlockStore", "DeviceHistogram", "DevicePartition",
                 "DeviceRadixSort", "DeviceReduce", "DeviceRunLengthEncode", "DeviceScan", "DeviceSegmentedRadixSort", "DeviceSegmentedReduce", "DeviceSelect"]]
    if "cooperative_groups.h" in headers:
        rows += no_grid(grid)
    return rows


def groups():
    return ["cooperative_groups.h", *group_algorithms()]


def collectives():
    return ["cub/cub.cuh", "cub/block/block_reduce.cuh", "cub/block/block_scan.cuh", "cub/warp/warp_reduce.cuh"]


def group_algorithms():
    return ["cooperative_groups/reduce.h", "cooperative_groups/scan.h", "cooperative_groups/details/functional.h"]


def no_reductions(*more):
    return [(n, "wide", "", "", "simt-dialects 3.3 R7: refused unless emulated") for n in ["__match_all_sync", *more] + [f"__reduce_{w}_sync" for w in ["add", "min", "max", "and", "or", "xor"]]]


def dcu():
    old = "simt-dialects 2.2: no *_sync before HIP 6.2"
    rows = [("cudaMallocHost", "call", "hipHostMalloc({0}, {1}, {2|hipHostMallocDefault})", "", "simt-dialects 2.2: hipHostMalloc takes flags"),
            ("cudaHostAlloc", "function", "hipHostMalloc", "", "simt-dialects 2.2"),
            ("cudaFuncSetAttribute", "call", "hipFuncSetAttribute(reinterpret_cast<const void *>({0}), {1}, {2})", "", "simt-dialects 4: signature differences"),
            ("cub", "namespace", "hipcub", "", "simt-dialects 5: hipCUB"),
            ("__syncwarp", "call", "__builtin_amdgcn_wave_barrier({0~})", "?", "a wavefront runs in lock step; the barrier orders the compiler"),
            ("__trap", "call", "abort()", "", "simt-dialects 2.2"),
            # the dot product of bytes takes a fourth argument and tells signed from unsigned, which needs types
            ("__dp4a", "function", "", "", "signature and signedness differ")]
    rows.append(("cudaStreamWaitEvent", "call", "hipStreamWaitEvent({0}, {1}, 0) || hipStreamWaitEvent({0}, {1}, {2})", "", "hip_runtime_api.h (HIP 5.2): the flags have no default"))
    rows += guards("HIP_INCLUDE_HIP_HIP_RUNTIME_H", "HIP_INCLUDE_HIP_HIP_RUNTIME_API_H", "", "hip_runtime.h and hip_runtime_api.h: their own guards")
    for s in SHUFFLES:
        rows.append((s + "_sync", "call", s + "({1}, {2}, {3|})", "", old))
        rows.append((s + "_sync", "wide", s + "({1}, {2}, {3|32})", "", old + "; 3.3 R1: explicit width"))
    rows += [("__ballot_sync", "call", "__ballot({1})", "", old),
             ("__any_sync", "call", "__any({1})", "", old),
             ("__all_sync", "call", "__all({1})", "", old),
             ("__activemask", "call", "__ballot(1)", "", old),
             ("__ballot_sync", "wide", SLICE.replace("{0}", "__ballot({1})"), "", "simt-dialects 3.3 R2: sliced ballot"),
             ("__any_sync", "wide", "(" + SLICE.replace("{0}", "__ballot({1})") + " != 0)", "", "simt-dialects 3.3 R3"),
             ("__all_sync", "wide", "(" + SLICE.replace("{0}", "__ballot(!({1}))") + " == 0)", "", "simt-dialects 3.3 R3"),
             ("__activemask", "wide", ALL_SLICED.replace("{0}", "__ballot(1)"), "", "simt-dialects 3.3 R2")]
    # Reads that return their value, whose type stands between angle brackets, are not plain calls and are listed.
    for shape, places in [("1D", 1), ("2D", 2), ("3D", 3), ("1DLayered", 2), ("2DLayered", 3)]:
        holes = ", ".join(f"{{{i}}}" for i in range(2 + places))
        rows.append((f"surf{shape}read", "call", f"surf{shape}read({holes}, {{{2 + places}|}})", "", "amd_surface_functions.h (HIP 5.2): reads give their value through a pointer only"))
    rows.append(("cudaBoundaryModeClamp", "enum", "", "", "amd_surface_functions.h (HIP 5.2): the boundary mode is ignored"))
    for name in ["cudaFuncSetCacheConfig", "cudaFuncSetSharedMemConfig"]:
        rows.append((name, "call", name.replace("cuda", "hip") + "(reinterpret_cast<const void *>({0}), {1})", "", "simt-dialects 4: signature differences"))
    for name in ["Dec", "Inc"]:
        rows.append((f"atomic{name}_system", "call", f"__builtin_amdgcn_atomic_{name.lower()}32({{0}}, {{1}}, __ATOMIC_RELAXED, \"\")", "",
                     f"hipcc 5.2 compiles it; amd_hip_atomic.h has no atomic{name}_system and writes atomic{name} so"))
    rows += [(n, "function", "", "", "HIP compares with !=, so NaN gives true; CUDA's gives false (hip/amd_detail/amd_hip_fp16.h, HIP 5.2)") for n in ["__hne", "__hne2", "__hbne2"]]
    rows += [("h2" + f, "function", "h2" + f, "", "hip/amd_detail/amd_hip_fp16.h (HIP 5.2)")
             for f in ["ceil", "cos", "exp", "exp10", "exp2", "floor", "log", "log10", "log2", "rcp", "rint", "rsqrt", "sin", "sqrt", "trunc"]]
    return rows + libraries("simt-dialects 5: hipCUB, rocThrust", "hipcub/*.hpp", True) + plain_loads("__ldca", "__ldcg", "__ldcs") + plain_stores() + ours(*group_algorithms(), "mma.h")


def maca():
    mask = "simt-dialects 2.4: masks are unsigned long long"
    rows = [(s + "_sync", "wide", s + "_sync(~0ull, {1}, {2}, {3|32})", "", mask + "; 3.3 R1") for s in SHUFFLES]
    rows += [("__ballot_sync", "wide", SLICE.replace("{0}", "__ballot_sync(~0ull, {1})"), "?", mask + "; 3.3 R2"),
             ("__any_sync", "wide", "(" + SLICE.replace("{0}", "__ballot_sync(~0ull, {1})") + " != 0)", "?", mask + "; 3.3 R3"),
             ("__all_sync", "wide", "(" + SLICE.replace("{0}", "__ballot_sync(~0ull, !({1}))") + " == 0)", "?", mask + "; 3.3 R3"),
             ("__activemask", "wide", ALL_SLICED.replace("{0}", "__activemask()"), "?", mask + "; 3.3 R2"),
             ("cuLaunchKernel", "function", "mcModuleLaunchKernel", "", "simt-dialects 4")]
    return rows + makers("mc") + no_reductions("__match_any_sync") + guards("__MC_RUNTIME_H__", "__MC_RUNTIME_H__") \
        + libraries("simt-dialects 5: mccub", "mccub/*.cuh") + plain_loads("__ldcg", "__ldcs") + plain_stores() \
        + tuples() + [r if r[0] != "mma.h" else (*r[:4], "the vendor's fragments take 64 lanes (simt-dialects 2.4); ours keep the program's 32") for r in ours(*groups(), "mma.h")]


def supa_guards():
    return guards("__SUPA_RUNTIME_H__", "__SUPA_DRIVER_TYPES_H__")


def double_casts():
    # a double's bits are plain C++
    bits = [(f"__{n}", "function", f"kernelport/kernelport_bits.h#kernelport_{n}", "", OURS) for n in ["double_as_longlong", "longlong_as_double", "double2hiint", "double2loint", "hiloint2double"]]
    names = [f"__double2{t}_{r}" for t in ["float", "int", "uint", "ll", "ull"] for r in ["rn", "rz", "ru", "rd"]] \
        + [f"__{t}2double_{r}" for t in ["ll", "ull"] for r in ["rn", "rz", "ru", "rd"]] + ["__int2double_rn", "__uint2double_rn"]
    rounded = [f"__d{op}_{r}" for op in ["add", "sub", "mul", "div", "rcp", "sqrt"] for r in ["rn", "rz", "ru", "rd"]] + [f"__fma_{r}" for r in ["rn", "rz", "ru", "rd"]]
    return bits + [(n, "function", "", "", "simt-dialects 2.3: double is not fully supported, and no word for its conversions is known") for n in names] \
        + [(n, "function", "", "", "simt-dialects 2.3: double is not fully supported, and no word for its rounded arithmetic is known") for n in rounded]


def br2xx():
    types = "the types come with the runtime header (simt-dialects 2.3)"
    halves = [("cuda_bf16.h", "header", "supa_runtime.h", "?", types),
              ("cuda_fp16.h", "header", "kernelport/kernelport_pairs_of_halves.h", "?", types + "; operators on pairs are ours, by functions whose names are inferred")]
    thrust = libraries("simt-dialects 2.3, 5: thrust headers are among BR2xx's", thrust=True, mark="") \
        + [("thrust/device_vector.h", "header", "thrust/device_vector.h", "", "simt-dialects 2.3, 5")]
    sleep = [("__nanosleep", "function", "", "", "simt-dialects 2.3: no document has it for BR2xx")]
    return supa_guards() + halves + thrust + sleep + makers("supa") + double_casts() + plain_loads("__ldg", "__ldca", "__ldcg", "__ldcs") + plain_stores() + ours(*groups(), *collectives(), "cuComplex.h", "mma.h")


def br1xx():
    warp = "simt-dialects 2.3: cooperative groups synchronise a warp, and BR1xx has no cooperative launch"
    ignored = "simt-dialects 2.3: the mask is reserved and ignored"
    votes = [("__ballot_sync", "call", "__ballot_sync({0}, {1}) ?? (__ballot_sync({0}, {1}){0&})", "", ignored),
             ("__match_any_sync", "call", "__match_any_sync({0}, {1}) ?? (__match_any_sync({0}, {1}){0&})", "", ignored),
             ("__any_sync", "call", "__any_sync({0}, {1}) ?? ((__ballot_sync({0}, {1}){0&}) != 0)", "", ignored),
             ("__all_sync", "call", "__all_sync({0}, {1}) ?? ((__ballot_sync({0}, !({1})){0&}) == 0)", "", ignored)]
    calls = [("cudaMemcpyAsync", "call", "suMemcpyAsync({0}, {1}, {2}, {4|nullptr}, {3})", "", "simt-dialects 2.3: stream before kind"),
            ("cudaMemcpy2DAsync", "call", "suMemcpy2DAsync({0}, {1}, {2}, {3}, {4}, {5}, {7|nullptr}, {6})", "", "simt-dialects 2.3: stream before kind"),
            ("cudaMallocHost", "call", "suMallocHost({0}, {1}, {2|suMallocHostDefault})", "", "simt-dialects 2.3: suMallocHost takes flags"),
            ("cudaLaunchKernel", "call", "suLaunchKernelSingleDevice({0}, {1}, {2}, {4}, {5}, {3})", "", "simt-dialects 4: signature differences")]
    return supa_guards() + plain_loads("__ldg", "__ldca", "__ldcg", "__ldcs") + plain_stores() + votes + ours(*collectives()) + no_grid(warp) + calls


def musa():
    # the table of names is wrong here (simt-dialects 2.1)
    memory = [("CU_DEVICE_ATTRIBUTE_VIRTUAL_MEMORY_MANAGEMENT_SUPPORTED", "enum", "MU_DEVICE_ATTRIBUTE_VIRTUAL_ADDRESS_MANAGEMENT_SUPPORTED", "", "ggml vendors/musa.h")]
    seen = [(h, "header", h, "?", "llama.cpp ggml-cuda/softmax.cu includes it in the MUSA build; what it holds is inferred")
            for h in ["cooperative_groups.h", "cooperative_groups/reduce.h"]]
    memory.append(("__nanosleep", "function", "", "", "simt-dialects 2.1: stated missing by ggml"))
    return shuffles_with_width() + no_votes() + guards("__MUSA_RUNTIME_H__", "__MUSA_DRIVER_TYPES_H__") + memory + seen \
        + no_grid("simt-dialects 2.1: no grid-wide barrier is confirmed, and ggml turns cooperative launches off") \
        + libraries("simt-dialects 5: muAlg and muThrust keep the names", "cub/*.cuh", True) + plain_loads("__ldca", "__ldcg", "__ldcs") + plain_stores() + ours("mma.h")


def corex():
    return shuffles_with_width() + no_votes() + guards("__CUDA_RUNTIME_H__", "__DRIVER_TYPES_H__", "?", "CUDA's names, unchanged") + makers("cuda") \
        + libraries("simt-dialects 5", "cub/*.cuh", True) + plain_loads("__ldca", "__ldcg", "__ldcs") + plain_stores() + tuples() + ours(*groups(), "mma.h", grid="simt-dialects 2.5: the attribute of cooperative launches says no")


# file, column, part of the cell, tags of its sources, main header, exceptions
OUTPUTS = [
    ("Musa/HostApi.csv", "musa", 0, ["musa"], "musa_runtime.h", musa() + events("musa") + marks() + clocks()),
    ("Dcu/HostApi.csv", "hip", 0, ["hip"], "hip/hip_runtime.h", dcu() + events("hip") + marks() + clocks(source="amd_device_functions.h (HIP 5.2): clock64; its wall_clock64 is not declared in the host's pass")),
    ("Birensupa/HostApi.br2xx.csv", "supa", 0, ["supa"], "supa_runtime.h", br2xx() + events("supa") + marks() + clocks()),
    ("Birensupa/HostApi.br1xx.csv", "supa", 1, ["supa1"], "supa_runtime.h", br1xx() + events("su") + marks() + clocks("", source="api-map: no clock is known")),
    ("Maca/HostApi.csv", "maca", 0, ["maca"], "mcr/mc_runtime.h", maca() + events("mc") + marks() + clocks()),
    ("CoreX/HostApi.csv", "corex", 0, ["corex"], "cuda_runtime.h", corex() + events("cuda") + marks() + clocks(mark="?")),
]


def source_of(text, tags):
    """The parts of a source cell that speak of a vendor, or of nobody in particular."""
    parts = [p.strip() for p in text.split(";")]
    mine = [p.split(":", 1)[1].strip() for p in parts if p.split(":", 1)[0] in tags and ":" in p]
    return "; ".join(mine) if mine else "; ".join(p for p in parts if not re.match(r"^(hip|musa|maca|supa1?|corex|tops):", p))


def rows_of(table, column, part, tags, main, exceptions):
    replaced = {(name, kind == "wide") for name, kind, *_ in exceptions}
    for row in table:
        name, kind = row["cuda"], row["kind"]
        cells = row[column].split("|") if column == "supa" else [row[column]]
        cell = cells[part].strip() if part < len(cells) else ""
        mark = "?" if cell.endswith("?") else ""
        target = cell.rstrip("?")
        since = re.search(r"HIP>=(\d+)\.(\d+)", row["source"]) if column == "hip" else None
        if since and (int(since[1]), int(since[2])) > (5, 7):
            # DTK ships HIP 5.7 (simt-dialects 2.2); newer names are there at best under another release
            mark = "?"
        if (name, False) in replaced or (kind == "header" and not target and name in FOLDED):
            continue
        if kind == "library":
            yield name, kind, target, mark, source_of(row["source"], tags)
        elif kind == "header":
            yield name, kind, target, mark, source_of(row["source"], tags)
        elif re.fullmatch(r"[A-Za-z_]\w*", target):
            # a general word is renamed only where the vendor renames it; the same word needs no row
            if target != name or LOOKS.match(name):
                yield name, kind, target, mark, source_of(row["source"], tags)
        elif LOOKS.match(name):
            yield name, kind, "", "", source_of(row["source"], tags)
    known = {row["cuda"] for row in table if row["kind"] == "header" and (row[column].split("|") + ["", ""])[part]}
    for header in FOLDED:
        if header not in known:
            yield header, "header", main, "?", "part of the main header"
    yield from directed_doubles(known=tags[0] not in ("hip", "supa1"))
    yield from exceptions


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as f:
        table = list(csv.DictReader(f))
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(__file__), "..", "backends")
    for path, column, part, tags, header, exceptions in OUTPUTS:
        target = os.path.join(folder, path)
        if not os.path.isdir(os.path.dirname(target)):
            continue
        rows = sorted(set(rows_of(table, column, part, tags, header, exceptions)), key=lambda r: (r[0], r[1]))
        with open(target, "w", newline="", encoding="utf-8") as f:
            writer = csv.writer(f, lineterminator="\n")
            writer.writerow(["cuda", "kind", "target", "mark", "source"])
            writer.writerows(rows)
        mapped = [r for r in rows if r[2]]
        print(f"{path}: {len(rows)} rows, {len(mapped)} mapped, {sum(1 for r in mapped if r[3])} inferred")


if __name__ == "__main__":
    main()
