#!/usr/bin/env bash
# The readers under a fuzzer that follows their branches (Jazzer): src/bench/fuzz.sh [SECONDS [TARGET]]
# SECONDS for each target, 60 without arguments; TARGET: csv, manifest, configuration, feedback. Ends with 1 when an
# input made a reader do what none may; the input is left in target/fuzz. The ordinary build does not know the fuzzer.
set -euo pipefail

program=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java
seconds=${1:-60}
only=${2:-}

cd "$program"
fuzz="$program/target/fuzz"
mkdir -p "$fuzz/seeds" "$fuzz/found"
mvn -B -q -Dspotless.check.skip=true test-compile
mvn -B -q -Pfuzz dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$fuzz/classpath"
classpath="target/test-classes:target/classes:$(cat "$fuzz/classpath")"

code=0
for target in $("$java" -cp "$classpath" org.xinbao.badinput.FuzzSeeds "$fuzz/seeds"); do
  [[ -z "$only" || "${target,,}" == *".${only}fuzz" ]] || continue
  mkdir -p "$fuzz/found/$target"
  echo "$target, $seconds seconds"
  "$java" -Xmx1g -cp "$classpath" com.code_intelligence.jazzer.Jazzer --target_class="$target" \
    --instrumentation_includes='org.xinbao.**' --custom_hook_includes='org.xinbao.**' --reproducer_path="$fuzz" -artifact_prefix="$fuzz/" \
    -max_total_time="$seconds" -timeout=60 -max_len=65536 -print_final_stats=1 \
    "$fuzz/found/$target" "$fuzz/seeds/$target" >"$fuzz/$target.log" 2>&1 || code=1
  grep -E 'number_of_executed_units|new_units_added|cov: |== Java|Exception|Error|ALARM' "$fuzz/$target.log" |
    tail -n 4
done
exit $code
