#!/usr/bin/env bash
# The retention job: jobs/retention.sh --date 2026-10-31 [--dry-run] [--output DIR] [--archive DIR] [--conf DIR] [--home DIR]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" retention "$@"
