#!/usr/bin/env bash
# Loans assessed per second and core: src/bench/arrears.sh [JMH options, for example -wi 2 -i 3]
# Builds the benchmarks into target/bench; the ordinary build does not know them.
set -euo pipefail

program=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
bench="$program/target/bench"
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java
javac=${java_home:+$java_home/bin/}javac

cd "$program"
mkdir -p "$bench/classes"
mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true compile
mvn -B -q -Pbench dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$bench/classpath"
classpath="target/classes:$(cat "$bench/classpath")"
find src/bench/java -name '*.java' >"$bench/sources"
"$javac" --release 17 -proc:full -d "$bench/classes" -cp "$classpath" @"$bench/sources" 2>/dev/null ||
  "$javac" --release 17 -d "$bench/classes" -cp "$classpath" @"$bench/sources"

"$java" -cp "$bench/classes:$classpath" org.openjdk.jmh.Main org.xinbao.bench.ArrearsBenchmark \
  -t 1 -rf csv -rff "$bench/arrears.csv" "$@"

echo
echo "Loans per second on one core ($("$java" -version 2>&1 | sed -n 2p)):"
# Benchmark,Mode,Threads,Samples,Score,Score Error (99.9%),Unit
awk -F, 'NR > 1 {
  gsub(/"/, "")
  sub(/.*\./, "", $1)
  printf "  %-10s %12.0f\n", $1, $5
}' "$bench/arrears.csv"
