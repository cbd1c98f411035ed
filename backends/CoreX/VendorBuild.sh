# clang++, -x ivcore, --cuda-path and --cuda-gpu-arch: seen in code (simt-dialects 2.5); another chip: IVCORE_ARCH=ivcore10 sh build.sh
# inferred: -ffp-contract=off is clang's, and was not seen with this compiler; take it out if it is refused.
: "${COREX_HOME:=/usr/local/corex}"
"${COREX_CXX:-$COREX_HOME/bin/clang++}" -x ivcore -std=c++17 -O2 -ffp-contract=off --cuda-path="$COREX_HOME" --cuda-gpu-arch="${IVCORE_ARCH:-ivcore11}" \
    {build} -L"$COREX_HOME/lib" -lcudart
