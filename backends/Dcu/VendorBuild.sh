# hipcc and --offload-arch: third parties' notes and HIP's own (simt-dialects 2.2, the HIP route); first: source <DTK>/env.sh
"${HIPCC:-hipcc}" -x hip -std=c++17 -O2 -ffp-contract=off --offload-arch={chip} {build}
