# Builds the console with vcpkg's libraries and starts it.
#   packaging\run.ps1          a living demo branch in its own database
#   packaging\run.ps1 ARGS...  smartqueue ARGS...
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$folder = Join-Path $root 'build\release'

function Fail([string] $sentence) {
    [Console]::Error.WriteLine($sentence)
    exit 1
}

foreach ($tool in 'cmake', 'ninja', 'cl') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) {
        Fail "$tool was not found. Open the 'x64 Native Tools Command Prompt' of Visual Studio 2022 (with its CMake tools) and start this script there."
    }
}
if (-not $env:VCPKG_ROOT -or -not (Test-Path "$env:VCPKG_ROOT\scripts\buildsystems\vcpkg.cmake")) {
    Fail 'vcpkg was not found. Set VCPKG_ROOT to its folder and run this again; packaging\vcpkg.json lists the libraries it will build.'
}

if (-not (Test-Path (Join-Path $folder 'build.ninja'))) {
    [Console]::Error.WriteLine('Building the libraries and configuring; the first time this takes long, because Qt is built from source.')
    Push-Location $root
    try {
        cmake --preset release -DSQ_WITH_TESTS=OFF "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT\scripts\buildsystems\vcpkg.cmake" "-DVCPKG_MANIFEST_DIR=$PSScriptRoot" | Out-Host
        if ($LASTEXITCODE -ne 0) { Fail 'Configuring failed; the lines above say why.' }
    } finally {
        Pop-Location
    }
}

cmake --build $folder --target smartqueue | Out-Host
if ($LASTEXITCODE -ne 0) { Fail 'Building failed; the lines above say where.' }

$program = Join-Path $folder 'app\smartqueue.exe'
if (-not (Test-Path $program)) { Fail "The program was built but is not where it is expected, at $program." }
if ($args.Count -gt 0) { & $program @args } else { & $program --demo }
exit $LASTEXITCODE
