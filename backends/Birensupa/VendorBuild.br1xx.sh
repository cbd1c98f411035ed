# The command line is one that worked on hardware (simt-dialects 2.3); another chip: SUPA_ARCH=br104 sh build.sh
# inferred: -ffp-contract=off is clang's, and was not seen with this compiler; take it out if it is refused.
: "${BIREN_HOME:=/usr/local/birensupa/sdk/latest}"
: "${SUPA_PATH:=$BIREN_HOME/supa}"
export BIREN_HOME SUPA_PATH
"${BRCC:-$BIREN_HOME/brcc/bin/brcc}" -x supa -std=c++17 -O2 -ffp-contract=off --supa-gpu-arch="${SUPA_ARCH:-br100}" \
    {build} -I"$SUPA_PATH/include" -L"$SUPA_PATH/lib" -lsupa-runtime
