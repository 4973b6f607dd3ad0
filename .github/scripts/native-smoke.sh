#!/usr/bin/env bash
# Starts the native executable in the sandbox world and plays a whole sale against it.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CYBERVPN_EXECUTABLE=$PWD/presentation/target/cybervpn-runner
mkdir -p .data
java=(java --enable-native-access=ALL-UNNAMED -cp "infra/dev/target/classes:infra/dev/target/lib/*")

"${java[@]}" io.cybervpn.dev.Launcher >.data/launcher.log 2>&1 &
launcher=$!
trap 'kill "$launcher" 2>/dev/null || true; wait "$launcher" || true; cat .data/launcher.log' EXIT

for _ in $(seq 120); do
    ! grep -q 'The shop is open' .data/launcher.log || break
    kill -0 "$launcher"
    sleep 1
done
"${java[@]}" io.cybervpn.dev.Demo
