// The files a kernel test's program reads its buffers from and writes them to.
#include "kp_driver.h"
#include <stdio.h>
#include <stdlib.h>

namespace kp {
namespace driver {

static FILE* input;
static FILE* output;

void open(const char* in, const char* out) {
    input = fopen(in, "rb");
    output = fopen(out, "wb");
    if (!input || !output) {
        fprintf(stderr, "kp-twin: error TW091: cannot open the files of the run\n");
        exit(87);
    }
    refusal_is_fatal = true;
    install_handlers();
}

buffer read_buffer(const char* name, size_t align) {
    uint64_t n = 0;
    if (fread(&n, 8, 1, input) != 1) fail(91, "the input file is too short");
    buffer b = {allocate(n, name, align), static_cast<size_t>(n)};
    if (n && fread(b.data, 1, n, input) != n) fail(91, "the input file is too short");
    return b;
}

texture read_texture(const char* name, const host::texture_words& words) {
    texture t = {read_buffer(name, 256), new host::texture_words(words)};
    t.words->data = static_cast<char*>(t.memory.data);
    return t;
}

void write_record(const char* name, const char* type, const void* data, size_t bytes) {
    uint32_t n = static_cast<uint32_t>(strlen(name)), t = static_cast<uint32_t>(strlen(type));
    uint64_t b = bytes;
    fwrite(&n, 4, 1, output);
    fwrite(name, 1, n, output);
    fwrite(&t, 4, 1, output);
    fwrite(type, 1, t, output);
    fwrite(&b, 8, 1, output);
    fwrite(data, 1, bytes, output);
}

void write_buffer(const char* name, const buffer& b) { write_record(name, "", b.data, b.bytes); }

void write_buffer(const char* name, const texture& t) { write_buffer(name, t.memory); }

int finish() {
    fclose(output);
    fflush(stdout);
    return 0;
}

} // namespace driver
} // namespace kp
