#!/usr/bin/env bash
# A worker of jobs/nightly.sh --workers remote, on any host: jobs/worker.sh [--home DIR] [--conf DIR] [--threads N] [--idle SECONDS]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" worker "$@"
