#!/usr/bin/env bash
# Nights of growing books: src/bench/run.sh [LOANS ...]      (default: 10000 100000 1000000; 10000000 on request)
# For each size one book and three nights in one home: a month-end as first load, the next month-end, and the ordinary
# day after it (the same rows a day later, so that nothing but the days past due has moved). Prints per
# night the seconds of each step, loans a second, bytes written, CPU seconds and peak memory; then what the files of the
# ordinary day cost others (reading the bytes, OpenCSV, one DuckDB script), with how many times that each night took; at
# the end what ten times the loans cost. Settings: BENCH_DIR (default target/bench/nights; needs some 4 GB per million loans),
# XINBAO_JAVA_OPTS (default -Xmx1g), BENCH_SEED.
set -euo pipefail

program=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
work=${BENCH_DIR:-$program/target/bench/nights}
seed=${BENCH_SEED:-1}
export XINBAO_JAVA_OPTS=${XINBAO_JAVA_OPTS:--Xmx1g}
first_load=2026-09-30
month_end=2026-10-31
ordinary=2026-11-01
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(10000 100000 1000000)

# Runs a command; sets wall, cpu (seconds) and peak (MiB) and code.
measured() {
  local begun ended
  begun=$(date +%s.%N)
  code=0
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -o "$work/time" -f '%U %S %M' "$@" >"$work/log" 2>&1 || code=$?
    read -r user system kib < <(tail -n 1 "$work/time")
    cpu=$(awk -v u="$user" -v s="$system" 'BEGIN { printf "%.2f", u + s }')
    peak=$((kib / 1024))
  else
    sampled "$@"
  fi
  ended=$(date +%s.%N)
  wall=$(awk -v a="$begun" -v b="$ended" 'BEGIN { printf "%.2f", b - a }')
}

# Without time(1): /proc/PID keeps the peak itself, and the CPU time of a process until it ends; scripts exec Java.
sampled() {
  local pid ticks value
  "$@" >"$work/log" 2>&1 &
  pid=$!
  peak=0
  cpu=0
  ticks=$(getconf CLK_TCK)
  while kill -0 "$pid" 2>/dev/null; do
    value=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status" 2>/dev/null || true)
    [ -n "$value" ] && [ "$value" -gt "$peak" ] && peak=$value
    value=$(awk -v t="$ticks" '{ sub(/.*\) /, ""); printf "%.2f", ($12 + $13) / t }' "/proc/$pid/stat" 2>/dev/null || true)
    [ -n "$value" ] && cpu=$value
    sleep 0.2
  done
  wait "$pid" || code=$?
}

night() {
  local loans=$1 date=$2 place=$3
  measured "$program/jobs/nightly.sh" --ledger "$place/$date" --date "$date" --output "$place/out" --home "$place/home" \
    --conf "$place/conf"
  if [ "$code" != 0 ] && [ "$code" != 10 ]; then
    echo "The night of $date with $loans loans ended with $code:" >&2
    tail -n 5 "$work/log" >&2
    exit 1
  fi
  local published home
  published=$(du -sb "$place/out/$date" | cut -f 1)
  home=$(du -sb "$place/home" | cut -f 1)
  printf '%10d loans  %s  exit %d  %9.2f s  %9.0f loans/s  %9.2f CPU s  %6d MiB peak\n' \
    "$loans" "$date" "$code" "$wall" "$(awk -v n="$loans" -v s="$wall" 'BEGIN { print n / s }')" "$cpu" "$peak"
  printf '               published %d bytes, the home has %d\n' "$published" "$home"
  "$program/jobs/xinbao.sh" status --home "$place/home" | sed -n 's/^  \([a-z].*\)/               \1/p'
  printf '%d %s %s %s\n' "$loans" "$date" "$wall" "$cpu" >>"$work/results"
}

# What the same files cost others; each a program of its own, started and ended like the nights.
yardsticks() {
  local loans=$1 place=$2 what
  for what in bytes opencsv duckdb; do
    rm -f "$place/yardstick.csv"
    measured "${java:-java}" -Xmx1g -cp "$bench/classes:$classpath" org.xinbao.bench.Yardsticks "$what" "$place/$ordinary" \
      "$ordinary" "$place/yardstick.csv"
    if [ "$code" != 0 ]; then
      echo "The yardstick $what ended with $code:" >&2
      tail -n 5 "$work/log" >&2
      exit 1
    fi
    printf '%10d loans  %-10s          %9.2f s  %26.2f CPU s  %6d MiB peak' "$loans" "$what" "$wall" "$cpu" "$peak"
    awk -v n="$loans" -v w="$wall" '$1 == n { printf "  %s: %.1f times", $2, $3 / w } END { print "" }' "$work/results"
  done
}

# The yardsticks are built into target/bench; the ordinary build does not know them.
build_yardsticks() {
  bench="$program/target/bench"
  mkdir -p "$bench/classes"
  (cd "$program" && mvn -B -q -Pbench dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$bench/classpath")
  classpath=$(cat "$bench/classpath")
  "${JAVA_HOME:+$JAVA_HOME/bin/}javac" --release 17 -proc:none -d "$bench/classes" -cp "$classpath" \
    "$program/src/bench/java/org/xinbao/bench/Yardsticks.java"
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
}

# A book of more than a thousand loans needs a first-load; the sample configuration has one.
run() {
  local loans=$1 place=$work/$1
  rm -rf "$place"
  mkdir -p "$place"
  cp -r "$program/jobs/conf" "$place/conf"
  "$program/jobs/xinbao.sh" generate --loans "$loans" --seed "$seed" --date "$month_end" --months 2 --out "$place"
  cp -rl "$place/$month_end" "$place/$ordinary"
  sed -i "s/\"business_date\": *\"$month_end\"/\"business_date\": \"$ordinary\"/" "$place/$ordinary/manifest.json"
  printf '%10d loans  export of %s bytes\n' "$loans" "$(du -sb "$place/$month_end" | cut -f 1)"
  for date in "$first_load" "$month_end" "$ordinary"; do
    night "$loans" "$date" "$place"
  done
  yardsticks "$loans" "$place"
  [ -n "${BENCH_KEEP:-}" ] || rm -rf "$place"
}

mkdir -p "$work"
: >"$work/results"
# Builds the program before anything is measured.
"$program/jobs/xinbao.sh" --version
build_yardsticks
echo "Java options $XINBAO_JAVA_OPTS, $(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg)"
for each in "${sizes[@]}"; do
  run "$each"
done

awk '{
  wall[$1, $2] = $3; cpu[$1, $2] = $4; sizes[$1] = 1; dates[$2] = 1
}
END {
  for (n in sizes) for (d in dates) if ((10 * n, d) in wall)
    printf "from %d to %d loans, %s: %.1f times the seconds, %.1f times the CPU seconds\n",
      n, 10 * n, d, wall[10 * n, d] / wall[n, d], cpu[10 * n, d] / cpu[n, d]
}' "$work/results" | sort -n -k 2
