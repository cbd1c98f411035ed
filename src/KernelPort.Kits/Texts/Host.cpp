// The half of a kit that knows no device: reads files, compares, writes result.json.
#include "kit_host.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace kp_kit {

static const int scalar_size[] = {1, 1, 1, 2, 2, 4, 4, 8, 8, 2, 2, 4, 8};

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

static void begin_launch(int index)
{
    launch = index;
    say("%s    {\n      \"launch\": %d,\n      \"buffers\": [", index ? ",\n" : "\n", index);
}

// A file of the kit. All that is read counts for the hash, so that a result tells with which data it was made.
unsigned char *read(const char *name, size_t bytes)
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

unsigned char *room(size_t bytes)
{
    return static_cast<unsigned char *>(malloc(bytes ? bytes : 1));
}

void release(unsigned char *bytes)
{
    free(bytes);
}

void stop(const char *what, const char *call)
{
    static char problem[512];
    snprintf(problem, sizeof problem, "%s: %s", what, call);
    end_launch(problem);
    exit(0);
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

struct bounds {
    double absolute, relative, ulp;
};

static double distance(unsigned long long a, unsigned long long b)
{
    return static_cast<double>(a > b ? a - b : b - a);
}

static bool is_same(scalar type, const unsigned char *expected, const unsigned char *actual, bounds allowed, double &max_ulp)
{
    if (memcmp(expected, actual, scalar_size[type]) == 0) {
        return true;
    }
    if (type < F16) {
        long long e = integer_value(type, expected), a = integer_value(type, actual);
        // for signed types the order of the numbers, moved up by half the range
        unsigned long long shift = type == U64 ? 0 : 1ull << 63;
        double size = type == U64 || e >= 0 ? static_cast<double>(static_cast<unsigned long long>(e)) : -static_cast<double>(e);
        return distance(static_cast<unsigned long long>(e) + shift, static_cast<unsigned long long>(a) + shift) <= allowed.absolute + allowed.relative * size;
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
    unsigned long long shift = 1ull << 63;
    double ulp = distance(static_cast<unsigned long long>(ordinal(type, expected)) + shift, static_cast<unsigned long long>(ordinal(type, actual)) + shift);
    max_ulp = ulp > max_ulp ? ulp : max_ulp;
    return ulp <= allowed.ulp || (a > e ? a - e : e - a) <= allowed.absolute + allowed.relative * (e < 0 ? -e : e);
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

void compare(const char *name, const unsigned char *actual, const char *file, size_t bytes, layout type, const char *tolerance, bool is_set)
{
    bounds allowed = {0, 0, 0};
    sscanf(tolerance, "%lf %lf %lf", &allowed.absolute, &allowed.relative, &allowed.ulp);
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

static int begin_result()
{
    remove("result.json");
    int driver = 0, runtime = 0;
    const char *device = device_name(driver, runtime);
    if (!device) {
        fprintf(stderr, "there is no device\n");
        return 2;
    }
    say("{\n  \"schema\": \"kernelport-kit-result/1\",\n  \"source\": ");
    say_text(id.source);
    say(",\n  \"target\": ");
    say_text(id.target);
    say(",\n  \"text\": ");
    say_text(id.text);
    say(",\n  \"textSha256\": \"%s\",\n  \"device\": ", id.sha256);
    say_text(device);
    say(",\n  \"driverVersion\": \"%d\",\n  \"runtimeVersion\": \"%d\",\n  \"launches\": [", driver, runtime);
    append();
    fprintf(stderr, "device: %s\n", device);
    return 0;
}

} // namespace kp_kit

// begin; a launch by its number, or "failed" with its number and status where its process died; end.
int main(int count, char **words)
{
    const char *word = count > 1 ? words[1] : "";
    if (strcmp(word, "begin") == 0) {
        return kp_kit::begin_result();
    }
    if (strcmp(word, "end") == 0) {
        kp_kit::say("%s", "\n  ]\n}\n");
        kp_kit::append();
    } else if (strcmp(word, "failed") == 0 && count == 4) {
        char problem[64];
        snprintf(problem, sizeof problem, "the program ended with status %d", atoi(words[3]));
        kp_kit::begin_launch(atoi(words[2]));
        kp_kit::end_launch(problem);
    } else if (*word >= '0' && *word <= '9') {
        kp_kit::begin_launch(atoi(word));
        kp_kit::run(atoi(word));
        kp_kit::end_launch("");
    } else {
        fprintf(stderr, "use run.sh\n");
        return 2;
    }
    return 0;
}
