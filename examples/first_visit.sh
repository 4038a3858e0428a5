#!/bin/sh
# A first visit: asked in a terminal; without one, answered from the example file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kunto="$here/../.venv/bin/kunto"
if [ -t 0 ] && [ -t 2 ]; then
    exec "$kunto" observe
fi
exec "$kunto" observe --answers "$here/ensikaynti.yaml"
