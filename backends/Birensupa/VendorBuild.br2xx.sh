# -x supa, --supa-gpu-arch=arch_20, -fno-gpu-rdc and the libraries: seen in code (simt-dialects 2.3).
# inferred: -ffp-contract=off is clang's, and was not seen with this compiler; take it out if it is refused.
# inferred: include and lib below $SUPA_PATH, as the older generation has them.
: "${BIREN_HOME:=/usr/local/birensupa/all/latest}"
: "${SUPA_PATH:=$BIREN_HOME/supa}"
export BIREN_HOME SUPA_PATH
"${BRCC:-${BRCC_PATH:+$BRCC_PATH/}brcc}" -x supa -std=c++17 -O2 -ffp-contract=off --supa-gpu-arch=arch_20 -fno-gpu-rdc \
    {build} -I"$SUPA_PATH/include" -L"$SUPA_PATH/lib" -lsupart -lsupa
