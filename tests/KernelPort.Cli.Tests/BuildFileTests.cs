using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Makefiles and CMake files: rewritten by rules, or listed line by line.</summary>
public sealed class BuildFileTests : IDisposable
{
    private const string Makefile =
        "# built by nvcc\nCC = nvcc\nARCH = sm_60\nsource = main.cu util.cu\nobj = $(source:.cu=.o)\nCFLAGS := -std=c++17 -Xcompiler -Wall -arch=$(ARCH) --use_fast_math -lineinfo\n"
        + "LDFLAGS = -lcublas\nmain: $(obj)\n\t$(CC) $(CFLAGS) $(obj) -o $@ $(LDFLAGS)\n%.o: %.cu Makefile\n\t$(CC) $(CFLAGS) -c $< -o $@\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private string Migrate(string name, string text, string target, int expected = ExitCodes.Done)
    {
        _work.Write("in/" + name, text);
        _work.Write("in/main.cu", "int main() { return 0; }\n");
        _work.Write("in/sub-cuda/k.cuh", "#pragma once\n");
        _work.Run("translate", _work.Path("in"), "--target", target, "-o", _work.Path("out")).ShouldBe(expected, _work.Error);
        return _work.Read("out/" + target.Replace(':', '-') + "/" + name);
    }

    [Theory]
    [InlineData("musa", "CC = mcc\nARCH = mp_31\nsource = main.mu util.mu\nobj = $(source:.mu=.o)\nCFLAGS := -std=c++17 -Wall --offload-arch=$(ARCH) -ffast-math -gline-tables-only\nLDFLAGS = -lmublas\n")]
    [InlineData("dcu:gfx928", "CC = hipcc\nARCH = gfx928\nsource = main.hip util.hip\nobj = $(source:.hip=.o)\nCFLAGS := -std=c++17 -Wall --offload-arch=$(ARCH) -ffast-math -gline-tables-only\nLDFLAGS = -lhipblas\n")]
    [InlineData("maca", "CC = mxcc\nARCH = xcore1000\nsource = main.maca util.maca\nobj = $(source:.maca=.o)\nCFLAGS := -std=c++17 -Wall -offload-arch=$(ARCH) -ffast-math -lineinfo\nLDFLAGS = -lmcblas\n")]
    [InlineData("corex", "CC = clang++ -x ivcore --cuda-path=/usr/local/corex\nARCH = ivcore11\nsource = main.cu util.cu\nobj = $(source:.cu=.o)\nCFLAGS := -std=c++17 -Wall --cuda-gpu-arch=$(ARCH)  -gline-tables-only\nLDFLAGS = -lcublas\n")]
    public void AMakefileIsRewritten(string target, string expected)
    {
        string migrated = Migrate("Makefile", Makefile, target);
        migrated.ShouldStartWith("# built by nvcc\n" + expected);
        _work.Error.ShouldNotContain("KP4909");
    }

    [Fact]
    public void WhatIsNotUnderstoodIsListedAndKept()
    {
        string migrated = Migrate("Makefile", "NVCC_HOME = x\nmain:\n\tnvcc -Xfatbin -compress-all a.o -I$(NVCC_HOME) -I../away-cuda -Isub-cuda -DUSE_CUDA # cuda\n\techo $(CUDA_TOOLKIT)\n", "dcu", ExitCodes.Unsupported);
        migrated.ShouldContain("\thipcc -Xfatbin -compress-all a.o -I$(NVCC_HOME) -I../away-cuda -Isub-cuda -DUSE_CUDA # cuda\n");
        _work.Error.ShouldContain("Makefile(3,7): warning KP4909: '-Xfatbin'");
        _work.Error.ShouldContain("Makefile(4,9): warning KP4909: 'CUDA_TOOLKIT'");
        System.Text.RegularExpressions.Regex.Count(_work.Error, "warning KP4909").ShouldBe(2);
    }

    [Fact]
    public void AFolderOutsideTheInputIsListed()
    {
        Migrate("Makefile", "a.o: ../away-cuda/a.cu\n\tcc -I../away-cuda\n", "musa", ExitCodes.Unsupported).ShouldContain("../away-cuda/a.cu");
        System.Text.RegularExpressions.Regex.Count(_work.Error, "warning KP4909").ShouldBe(2);
    }

    [Fact]
    public void ACMakeFileOfALanguageThatCMakeKnows() =>
        Migrate("CMakeLists.txt", "cmake_minimum_required(VERSION 3.20) # CUDA\nproject(cudaThing LANGUAGES CXX\n  CUDA)\nfind_package(CUDAToolkit REQUIRED)\nset(CMAKE_CUDA_ARCHITECTURES 75 80)\nset(CMAKE_CUDA_STANDARD 17)\nadd_executable(cudaThing main.cu)\ntarget_compile_options(cudaThing PRIVATE $<$<COMPILE_LANGUAGE:CUDA>:--use_fast_math>)\ntarget_link_libraries(cudaThing CUDA::cudart CUDA::cublas)\n", "dcu")
            .ShouldBe("cmake_minimum_required(VERSION 3.20) # CUDA\nproject(cudaThing LANGUAGES CXX\n  HIP)\nfind_package(hip REQUIRED)\nset(CMAKE_HIP_ARCHITECTURES gfx906)\nset(CMAKE_HIP_STANDARD 17)\nadd_executable(cudaThing main.hip)\ntarget_compile_options(cudaThing PRIVATE $<$<COMPILE_LANGUAGE:HIP>:-ffast-math>)\ntarget_link_libraries(cudaThing hip::host roc::hipblas)\n");

    [Theory]
    [InlineData("musa")]
    [InlineData("dcu")]
    [InlineData("corex")]
    public void AProfilersMarksNeedNoLibrary(string target)
    {
        Migrate("CMakeLists.txt", "target_link_libraries(x m CUDA::nvToolsExt\n  CUDA::nvtx3)\n", target).ShouldBe("target_link_libraries(x m\n)\n");
        Migrate("Makefile", "LIBS = -lm -lnvToolsExt\n", target).ShouldBe("LIBS = -lm \n");
    }

    [Fact]
    public void ALanguageThatCMakeDoesNotKnowIsListed()
    {
        Migrate("CMakeLists.txt", "project(x LANGUAGES CXX CUDA)\nfind_package(CUDAToolkit REQUIRED)\ntarget_link_libraries(x CUDA::cufft)\n", "musa", ExitCodes.Unsupported)
            .ShouldBe("project(x LANGUAGES CXX CUDA)\nfind_package(MUSAToolkit REQUIRED)\ntarget_link_libraries(x MUSA::mufft)\n");
        _work.Error.ShouldContain("CMakeLists.txt(1,25): warning KP4909: 'CUDA'");
    }

    [Theory]
    [InlineData("musa")]
    [InlineData("dcu")]
    public void MigratingTwiceChangesNothing(string target)
    {
        string once = Migrate("Makefile", Makefile, target);
        _work.Run("translate", _work.Path("out/" + target), "--target", target, "-o", _work.Path("again")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("again/" + target + "/Makefile").ShouldBe(once);
    }

    [Fact]
    public void TheRulesOfEveryDialectAreExpressions()
    {
        foreach (var target in CommandContext.ForConsole().Backends.SelectMany(b => b.Targets).Where(t => t.Migration is not null && t.Name != "cuda"))
        {
            Migration.BuildFile.Run(new Core.SourceText("/nowhere/Makefile", "CC = nvcc\n"), "/nowhere", target).Text.ShouldNotContain("nvcc", customMessage: target.Name);
        }
    }
}
