#!/usr/bin/env bash
# The nightly job: jobs/nightly.sh --ledger DIR --date 2026-10-31 [--output DIR] [--conf DIR] [--home DIR]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" nightly "$@"
