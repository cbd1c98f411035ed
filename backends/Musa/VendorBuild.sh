# Compiler, -x musa, --offload-arch and -lmusart: seen in code (simt-dialects 2.1).
# inferred: include and lib below $MUSA_HOME.
# inferred: -ffp-contract=off is clang's, and was not seen with this compiler; take it out if it is refused.
: "${MUSA_HOME:=/usr/local/musa}"
"${MCC:-$MUSA_HOME/bin/mcc}" -x musa -std=c++17 -O2 -ffp-contract=off --offload-arch={chip} \
    {build} -I"$MUSA_HOME/include" -L"$MUSA_HOME/lib" -lmusart
