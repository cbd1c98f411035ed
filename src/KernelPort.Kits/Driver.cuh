#include <cuda_runtime.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#ifndef KIT_TEXT_SHA256
#error "compile with build.sh: it says which kernel text was compiled"
#endif
#define KIT_WORD(x) #x
#define KIT_TEXT_OF(x) KIT_WORD(x)
#define KIT_CHECK(call) kp_kit::check(call, #call)

namespace kp_kit {

enum scalar { Bool, I8, U8, I16, U16, I32, U32, I64, U64, F16, BF16, F32, F64 };

static const int scalar_size[] = {1, 1, 1, 2, 2, 4, 4, 8, 8, 2, 2, 4, 8};

// A scalar of an element, and where it lies there.
struct part {
    int offset;
    scalar type;
};

struct layout {
    int size;
    int parts;
    const part *part_at;
};

// A value passes within so many ulp, or within absolute + relative * |expected|.
struct tolerance {
    double absolute, relative, ulp;
};

// Memory of the device; as an argument it is the pointer that the kernel takes.
struct buffer {
    size_t bytes;
    void *device;
    template <class T> operator T *() const { return static_cast<T *>(device); }
};

// A number; as an argument it is of the type that the kernel takes.
template <class V> struct number {
    V value;
    template <class T> operator T() const { return static_cast<T>(value); }
};

template <class V> static number<V> as(V value) { return number<V>{value}; }

// An argument as its bytes: structures, and types a number does not convert to.
struct raw {
    const unsigned char *bytes;
    template <class T> operator T() const
    {
        alignas(T) unsigned char room[sizeof(T)];
        memcpy(room, bytes, sizeof(T));
        return *reinterpret_cast<T *>(room);
    }
};

// What is known of the running launch. It goes to the result in one piece, so that a program that dies leaves nothing half said.
static char record[1 << 16];
static size_t record_length;
static int launch, buffers, bad;
static unsigned long long data_hash = 0xcbf29ce484222325ull;

template <class... A> static void say(const char *format, A... a)
{
    int n = snprintf(record + record_length, sizeof record - record_length, format, a...);
    if (n > 0 && record_length + n < sizeof record) {
        record_length += n;
    }
}

static void say_text(const char *text)
{
    say("%s", "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') {
            say("\\%c", *text);
        } else {
            say("%c", static_cast<unsigned char>(*text) < 32 ? ' ' : *text);
        }
    }
    say("%s", "\"");
}

static void append()
{
    FILE *file = fopen("result.json", "ab");
    if (!file || fwrite(record, 1, record_length, file) != record_length || fclose(file) != 0) {
        fprintf(stderr, "result.json cannot be written\n");
        exit(2);
    }
}

// The last words about a launch; an empty problem means that its buffers say all.
static void end_launch(const char *problem)
{
    say("\n      ],\n      \"data\": \"%016llx\",\n      \"problem\": ", data_hash);
    say_text(problem);
    say("\n    }");
    append();
    fprintf(stderr, "launch %d: %s\n", launch, *problem ? problem : bad ? "FAILS" : "passes");
}

static void check(cudaError_t error, const char *call)
{
    if (error != cudaSuccess) {
        static char problem[512];
        snprintf(problem, sizeof problem, "%s: %s", cudaGetErrorString(error), call);
        end_launch(problem);
        exit(0);
    }
}

static void begin_launch(int index)
{
    launch = index;
    say("%s    {\n      \"launch\": %d,\n      \"buffers\": [", index ? ",\n" : "\n", index);
}

// A file of the kit. All that is read counts for the hash, so that a result tells with which data it was made.
static unsigned char *read(const char *name, size_t bytes)
{
    unsigned char *data = static_cast<unsigned char *>(malloc(bytes ? bytes : 1));
    FILE *file = fopen(name, "rb");
    if (!file || fread(data, 1, bytes, file) != bytes) {
        fprintf(stderr, "%s cannot be read\n", name);
        exit(2);
    }
    fclose(file);
    for (size_t i = 0; i < bytes; i++) {
        data_hash = (data_hash ^ data[i]) * 0x100000001b3ull;
    }
    return data;
}

static buffer upload(const char *name, size_t bytes)
{
    unsigned char *data = read(name, bytes);
    buffer b = {bytes, nullptr};
    KIT_CHECK(cudaMalloc(&b.device, bytes ? bytes : 1));
    if (bytes) {
        KIT_CHECK(cudaMemcpy(b.device, data, bytes, cudaMemcpyHostToDevice));
    }
    free(data);
    return b;
}

static void wait()
{
    KIT_CHECK(cudaGetLastError());
    KIT_CHECK(cudaDeviceSynchronize());
}

static double half_value(unsigned bits)
{
    int exponent = bits >> 10 & 31, fraction = bits & 1023;
    double value = exponent ? fraction + 1024.0 : fraction;
    for (int i = exponent ? exponent : 1; i < 25; i++) value /= 2;
    for (int i = 25; i < exponent; i++) value *= 2;
    if (exponent == 31) {
        uint32_t single = 0x7f800000u | fraction << 13;
        float f;
        memcpy(&f, &single, 4);
        value = f;
    }
    return bits & 0x8000 ? -value : value;
}

static double float_value(scalar type, const unsigned char *at)
{
    if (type == F64) {
        double d;
        memcpy(&d, at, 8);
        return d;
    }
    uint32_t bits = 0;
    memcpy(&bits, at, scalar_size[type]);
    if (type == F16) {
        return half_value(bits);
    }
    bits = type == BF16 ? bits << 16 : bits;
    float f;
    memcpy(&f, &bits, 4);
    return f;
}

// The bits of a scalar; signed types keep their sign.
static long long integer_value(scalar type, const unsigned char *at)
{
    unsigned long long bits = 0;
    memcpy(&bits, at, scalar_size[type]);
    int unused = 64 - 8 * scalar_size[type];
    bool is_signed = type == I8 || type == I16 || type == I32 || type == I64 || type >= F16;
    return is_signed ? static_cast<long long>(bits << unused) >> unused : static_cast<long long>(bits);
}

// Floats in the order of the numbers, one step from neighbour to neighbour.
static long long ordinal(scalar type, const unsigned char *at)
{
    long long bits = integer_value(type, at);
    unsigned long long lowest = ~0ull << (8 * scalar_size[type] - 1);
    return bits >= 0 ? bits : static_cast<long long>(lowest - static_cast<unsigned long long>(bits));
}

static bool is_same(scalar type, const unsigned char *expected, const unsigned char *actual, tolerance allowed, double &max_ulp)
{
    if (memcmp(expected, actual, scalar_size[type]) == 0) {
        return true;
    }
    if (type < F16) {
        long long e = integer_value(type, expected), a = integer_value(type, actual);
        double distance = type == U64 ? (static_cast<unsigned long long>(a) > static_cast<unsigned long long>(e) ? static_cast<double>(static_cast<unsigned long long>(a) - static_cast<unsigned long long>(e)) : static_cast<double>(static_cast<unsigned long long>(e) - static_cast<unsigned long long>(a)))
            : a > e ? static_cast<double>(static_cast<unsigned long long>(a) - static_cast<unsigned long long>(e)) : static_cast<double>(static_cast<unsigned long long>(e) - static_cast<unsigned long long>(a));
        double size = type == U64 ? static_cast<double>(static_cast<unsigned long long>(e)) : e < 0 ? -static_cast<double>(e) : static_cast<double>(e);
        return distance <= allowed.absolute + allowed.relative * size;
    }
    double e = float_value(type, expected), a = float_value(type, actual);
    if (e != e || a != a) {
        return e != e && a != a;
    }
    if (e == a) {
        return true;
    }
    if (e - e != 0 || a - a != 0) { // one of them is infinite
        return false;
    }
    long long oe = ordinal(type, expected), oa = ordinal(type, actual);
    double ulp = oa > oe ? static_cast<double>(static_cast<unsigned long long>(oa) - static_cast<unsigned long long>(oe)) : static_cast<double>(static_cast<unsigned long long>(oe) - static_cast<unsigned long long>(oa));
    max_ulp = ulp > max_ulp ? ulp : max_ulp;
    double distance = a > e ? a - e : e - a;
    return ulp <= allowed.ulp || distance <= allowed.absolute + allowed.relative * (e < 0 ? -e : e);
}

static void say_value(scalar type, const unsigned char *at)
{
    if (type == U64) {
        say("\"%llu\"", static_cast<unsigned long long>(integer_value(type, at)));
    } else if (type < F16) {
        say("\"%lld\"", integer_value(type, at));
    } else {
        say(type == F64 ? "\"%.17g\"" : "\"%.9g\"", float_value(type, at));
    }
}

struct item {
    scalar type;
    const unsigned char *at;
};

static int by_value(const void *left, const void *right)
{
    const item &a = *static_cast<const item *>(left), &b = *static_cast<const item *>(right);
    if (a.type >= F16) {
        double x = float_value(a.type, a.at), y = float_value(b.type, b.at);
        return x < y ? -1 : x > y ? 1 : 0;
    }
    long long x = integer_value(a.type, a.at), y = integer_value(b.type, b.at);
    return x < y ? -1 : x > y ? 1 : 0;
}

static item *flatten(const unsigned char *data, size_t elements, layout type, bool is_set)
{
    size_t count = elements * type.parts;
    item *items = static_cast<item *>(malloc((count ? count : 1) * sizeof(item)));
    for (size_t i = 0; i < count; i++) {
        const part &p = type.part_at[i % type.parts];
        items[i] = item{p.type, data + i / type.parts * type.size + p.offset};
    }
    if (is_set) {
        qsort(items, count, sizeof(item), by_value);
    }
    return items;
}

// Compares what the device left with a file of expected values.
static void compare_bytes(const char *name, const unsigned char *actual, const char *file, size_t bytes, layout type, tolerance allowed, bool is_set)
{
    unsigned char *expected = read(file, bytes);
    size_t count = bytes / type.size * type.parts, mismatches = 0, first = 0;
    item *e = flatten(expected, bytes / type.size, type, is_set), *a = flatten(actual, bytes / type.size, type, is_set);
    double max_ulp = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_same(e[i].type, e[i].at, a[i].at, allowed, max_ulp) && mismatches++ == 0) {
            first = i;
        }
    }
    say("%s        { \"name\": ", buffers++ ? ",\n" : "\n");
    say_text(name);
    say(", \"count\": %zu, \"mismatches\": %zu, \"maxUlp\": %.17g", count, mismatches, max_ulp);
    if (mismatches) {
        bad = 1;
        say(", \"first\": { \"index\": %zu, \"expected\": ", first);
        say_value(e[first].type, e[first].at);
        say("%s", ", \"actual\": ");
        say_value(a[first].type, a[first].at);
        say("%s", " }");
    }
    say("%s", " }");
    free(e);
    free(a);
    free(expected);
}

static void compare(const char *name, const buffer &b, const char *file, layout type, tolerance allowed, bool is_set)
{
    unsigned char *actual = static_cast<unsigned char *>(malloc(b.bytes ? b.bytes : 1));
    if (b.bytes) {
        KIT_CHECK(cudaMemcpy(actual, b.device, b.bytes, cudaMemcpyDeviceToHost));
    }
    compare_bytes(name, actual, file, b.bytes, type, allowed, is_set);
    free(actual);
}

static void begin_result(const char *source, const char *target, const char *text, int driver, int runtime)
{
    cudaDeviceProp device;
    remove("result.json");
    if (cudaGetDeviceProperties(&device, 0) != cudaSuccess) {
        fprintf(stderr, "there is no device\n");
        exit(2);
    }
    say("{\n  \"schema\": \"kernelport-kit-result/1\",\n  \"source\": ");
    say_text(source);
    say(",\n  \"target\": ");
    say_text(target);
    say(",\n  \"text\": ");
    say_text(text);
    say(",\n  \"textSha256\": \"%s\",\n  \"device\": ", KIT_TEXT_OF(KIT_TEXT_SHA256));
    say_text(device.name);
    say(",\n  \"driverVersion\": \"%d\",\n  \"runtimeVersion\": \"%d\",\n  \"launches\": [", driver, runtime);
    append();
    fprintf(stderr, "device: %s\n", device.name);
}

static void end_result()
{
    say("%s", "\n  ]\n}\n");
    append();
}

// A launch whose process died without a word.
static void failed(int index, int status)
{
    begin_launch(index);
    char problem[64];
    snprintf(problem, sizeof problem, "the program ended with status %d", status);
    end_launch(problem);
}

} // namespace kp_kit
