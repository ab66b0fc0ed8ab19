#!/bin/sh
# Makes a virtual environment and installs this project into it, or says in one sentence what is missing.
#
#     sh tools/environment.sh PYTHON FOLDER PIP-ARGUMENT...
#
# Only wheels are installed, so that no compiler is needed. FOLDER/installed is there when all of it went well: without it
# the folder is what an interrupted run left, and is made again.
set -eu

python=$1
folder=$2
shift 2

stop() {
  echo "$*" >&2
  exit 1
}

command -v "$python" >/dev/null ||
  stop "$python is not installed. Install Python 3.11 to 3.14 with its venv module (Debian: apt-get install python3 python3-venv)."
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
  stop "$python does not start. Use another Python, for example: make demo PYTHON=/usr/bin/python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "$python is Python $version, but 3.11 to 3.14 is needed. Use a newer one, for example: make demo PYTHON=python3.13"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
  stop "$python has no venv module. Install it (Debian: apt-get install python3-venv)."

made_by() {
  [ -e "$folder/installed" ] && "$folder/bin/python" -c 'import pip, sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

[ "$(made_by)" = "$version" ] || "$python" -m venv --clear "$folder" ||
  stop "The folder $folder could not be created. See the message above."
rm -f "$folder/installed"

log=$folder/install.log
install() {
  "$folder/bin/python" -m pip install --quiet --only-binary=:all: "$@" 2>"$log" && return
  if grep -q 'NewConnectionError\|NameResolutionError\|ConnectTimeoutError\|ReadTimeoutError\|ProxyError\|SSLError' "$log"; then
    stop "The package index cannot be reached. Check the network and pip's settings, then run this again (details: $log)."
  elif grep -q 'No matching distribution found' "$log"; then
    wanted=$(sed -n 's/.*No matching distribution found for \([^ ;]*\).*/\1/p' "$log" | head -n 1)
    stop "There is no ready-made package (wheel) of $wanted for Python $version on this machine. Use Python 3.11 to 3.14, for example: make demo PYTHON=python3.13 (details: $log)."
  fi
  cat "$log" >&2
  stop "The installation failed. See pip's message above."
}

echo "Installing into $folder: this takes a minute or two."
install --upgrade pip
install "$@"
touch "$folder/installed"
