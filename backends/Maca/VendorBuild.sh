# mxcc, -x maca, -offload-arch and --maca-path: seen in code (simt-dialects 2.4).
# inferred: -ffp-contract=off is clang's, and was not seen with this compiler; take it out if it is refused.
# inferred: that the compiler links the program by itself with these libraries.
: "${MACA_PATH:=/opt/maca}"
"${MXCC:-$MACA_PATH/mxgpu_llvm/bin/mxcc}" -x maca -std=c++17 -O2 -ffp-contract=off -offload-arch="${MACA_ARCH:-xcore1000}" --maca-path="$MACA_PATH" \
    {build} -L"$MACA_PATH/lib" -lmcruntime
