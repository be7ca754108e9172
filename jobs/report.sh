#!/usr/bin/env bash
# The report job: jobs/report.sh --from 2026-10-01 --to 2026-10-31 [--archive DIR] [--conf DIR] [--home DIR] [--output DIR]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" report "$@"
