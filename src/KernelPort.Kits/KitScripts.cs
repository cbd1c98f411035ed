using KernelPort.Backends;

namespace KernelPort.Kits;

/// <summary>What goes with a kit for the person who has the card: how to build, how to run, what to send back.</summary>
internal static class KitScripts
{
    public static KitFile Build(KitText text, string driver, Target target)
    {
        string compile = VendorBuild.Lines(target, $"$KIT_FLAGS {driver} -o kit -L. -lkit_host");
        string files = string.Join(' ', text.Files.Select(f => $"'{f.Path}'"));
        return KitFile.Text("build.sh", $$"""
            #!/bin/sh
            # Builds the kit for {{target.Name}}. The hash ties the result to the text that is compiled here.
            set -e
            cd "$(dirname "$0")"
            # The half that knows no device, by any C++ compiler; a library, so that the vendor's compiler does not take it for a source.
            "${CXX:-c++}" -std=c++17 -O2 -c kit_host.cpp -o kit_host.o
            ar rcs libkit_host.a kit_host.o
            KIT_FLAGS="-DKIT_TEXT_SHA256=$(cat {{files}} | sha256sum | cut -d' ' -f1){{string.Concat(text.Flags.Select(f => " " + f))}}"

            """.ReplaceLineEndings("\n") + compile);
    }

    public static KitFile Run(IReadOnlyList<KitLaunch> launches) => KitFile.Text("run.sh", $"""
        #!/bin/sh
        # Runs each launch in a process of its own, so that one which dies takes no other along, and writes result.json.
        cd "$(dirname "$0")" || exit 2
        ./kit begin || exit 2
        for launch in {string.Join(' ', launches.Select(l => l.Index))}; do
            ./kit $launch || ./kit failed $launch $?
        done
        ./kit end

        """.ReplaceLineEndings("\n"));

    public static KitFile ReadMe(KitText text, string source, string driver, Target target) => KitFile.Text("README.md", $"""
        # Kit: {source} on {target.Name}, {text.Way} text

        1. Copy this folder to a machine with the card, the vendor's driver and SDK.
        2. `sh build.sh`: compiles `{driver}`, which includes `{text.Files[0].Path}`. Lines marked "inferred" were seen in no text of the vendor's.
        3. `sh run.sh`: runs the launches and says which pass; it writes `result.json`. Nothing else is written or sent.
        4. Send back `result.json`. If the build fails, send the compiler's messages instead: that is a result too.

        `data/` holds inputs and expected outputs as raw little-endian arrays; the expected ones are those of KernelPort's reference executor.
        An edited kernel text has another hash, and its result is not taken for this one's: send the edit too.
        To read a result: `kernelport kit {source} --read result.json --measured measured.json`

        """.ReplaceLineEndings("\n"));
}
