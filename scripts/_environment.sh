# Sourced by the commands in this folder, which set $usage first. Goes to the project's root, answers --help,
# and offers `set_up LOCK`: .venv holds what LOCK pins and the project itself. All messages go to stderr, as
# the standard output may be somebody's data.

set -eu

case ${1-} in
    -h | --help) printf '%s\n' "$usage"; exit 0 ;;
esac

caller=$PWD
unset CDPATH # else a relative `cd` may land in another folder
cd -P -- "$(dirname -- "$0")/.."

# A relative path means one seen from the caller's folder. A name without a slash may be looked up on PATH,
# but for a catalogue it is a file.
case ${CATALOGUE-} in '' | /*) ;; *) export CATALOGUE="$caller/$CATALOGUE" ;; esac
case ${PYTHON-} in /*) ;; */*) export PYTHON="$caller/$PYTHON" ;; esac
case ${CHROMIUM-} in /*) ;; */*) export CHROMIUM="$caller/$CHROMIUM" ;; esac

# In a shell where .venv is active, `python3` is the one that a new .venv would replace.
PATH=${PATH#"$PWD/.venv/bin:"}

# Material for MkDocs prints a long notice about MkDocs 2, which this project does not use.
export NO_MKDOCS_2_WARNING=1

# Python 3.11 reads the paths in .venv as the locale has it, and does not start where one has other letters.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then export LC_ALL=C.UTF-8; fi

say() { printf '%s\n' "$*" >&2; }

# With 2, as 1 is what a command ends with that ran and found something.
stop() {
    say "$*"
    exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

python_version() { "$1" -c 'import sys; print(*sys.version_info[:3], sep=".")' 2>/dev/null || :; }

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Takes the lock of open file 9 and waits for it; with 4 for NOWAIT it ends with 75 where somebody has it.
take_lock() { # take_lock PYTHON NOWAIT
    "$1" -c 'import fcntl, sys
try: fcntl.flock(9, fcntl.LOCK_EX | int(sys.argv[1]))
except BlockingIOError: sys.exit(75)
except OSError: pass  # a folder on a server that has no locks' "$2" 2>/dev/null
}

# One command at a time changes .venv and site. It is the project's folder that is locked, so nothing is left
# behind; and as children inherit the open file, what outlives a killed command is waited for too.
lock() {
    exec 9<.
    for name in ${PYTHON:+"$PYTHON"} python3 python; do
        status=0
        take_lock "$name" 4 || status=$?
        case $status in
            0) return ;;
            75)
                say "Another command is at work in this folder: waiting for it ..."
                take_lock "$name" 0
                return ;;
        esac
    done
}

unlock() { exec 9<&-; }

no_python() {
    stop "Python 3.11 or newer is needed: install it (Debian, Ubuntu: sudo apt install python3-venv;" \
        "macOS: brew install python), or set PYTHON to the path of one."
}

# Prints the interpreter to make .venv with; for uv it may also be a version, which uv finds or downloads.
find_python() {
    if [ -n "${PYTHON-}" ]; then
        is_recent "$PYTHON" || stop "PYTHON is $PYTHON, no Python 3.11 or newer: set it to one, or unset it."
        printf '%s\n' "$PYTHON"
        return
    fi
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if is_recent "$name"; then command -v "$name"; return; fi
    done
    has uv || no_python
    echo '>=3.11'
}

make_venv() { # make_venv PYTHON
    python=$1
    rm -rf .venv 2>/dev/null || : # what cannot be deleted cannot be made anew either, which then says why
    set -- "$python" -m venv .venv
    if has uv; then set -- uv venv --quiet --no-project --python "$python" .venv; fi
    output=$("$@" 2>&1) && return
    rm -rf .venv
    case $python:$output in
        '>=3.11:'*) no_python ;;
        *'ensurepip is not'* | *'No module named'*)
            stop "$python cannot make a virtual environment: install what it lacks" \
                "(Debian, Ubuntu: sudo apt install python3-venv) and run this again." ;;
        *'Read-only file system'* | *'Permission denied'*)
            stop "$PWD cannot be written to, and .venv has to be made in it: make it writable, or work in a copy." ;;
        *'No space left'*) stop "The disk is full: .venv needs some 300 MB. Make room and run this again." ;;
    esac
    stop "$output"
}

install_packages() { # install_packages LOCK
    lock=$1
    if has uv; then
        set -- uv pip install --quiet --python .venv/bin/python
    else
        set -- .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input
    fi
    # In two steps, as a folder has no hash; the build backend comes from the lock.
    if "$@" --require-hashes -r "$lock" >&2 && "$@" --no-deps --no-build-isolation -e . >&2; then return; fi
    stop "The packages of $lock could not be installed (see above): check the network and the free space, and run this again."
}

# Where .venv was made and with which Python: it works nowhere else and with no other.
foundation() { printf '%s %s\n' "$(python_version .venv/bin/python)" "$PWD"; }

packages() { cat "$1" pyproject.toml | cksum; }

write_stamps() { # write_stamps LOCK...
    for lock in "$@"; do packages "$lock" >".venv/stamp-$lock"; done
}

# Prints why .venv has to be made from nothing; prints nothing where it can be kept.
why_anew() {
    if [ ! -e .venv ]; then
        echo "Setting up .venv (once; about a minute) ..."
    elif ! [ -f .venv/foundation ] || ! ls .venv/stamp-* >/dev/null 2>&1; then
        echo "The last set-up did not finish: making .venv again (about a minute) ..."
    elif [ "$(cat .venv/foundation)" != "$(foundation)" ]; then
        echo "This folder was moved or copied, or its Python changed: making .venv again (about a minute) ..."
    elif [ "$(python_version "${PYTHON:-.venv/bin/python}")" != "$(python_version .venv/bin/python)" ]; then
        echo "PYTHON is another version than that of .venv: making .venv again (about a minute) ..."
    fi
}

is_set_up() { # is_set_up LOCK
    reason=$(why_anew)
    [ -z "$reason" ] && [ "$(cat ".venv/stamp-$1" 2>/dev/null)" = "$(packages "$1")" ]
}

set_up() { # set_up LOCK
    if is_set_up "$1"; then return; fi
    lock
    # Whoever was waited for may have done it.
    if ! is_set_up "$1"; then renew "$1"; fi
    unlock
}

renew() { # renew LOCK
    # uv makes a .venv without pip, which is of no use where uv is missing.
    if [ -z "$reason" ] && ! has uv && ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        reason="Without uv, .venv needs pip: making .venv again (about a minute) ..."
    fi
    if [ -n "$reason" ]; then
        python=$(find_python) || exit
        say "$reason"
        make_venv "$python"
        foundation >.venv/foundation
    else
        say "Bringing .venv up to date with $1 ..."
    fi
    rm -f .venv/stamp-* # no stamp: not finished
    install_packages "$1"
    # The test lock holds everything of the other one.
    if [ "$1" = requirements-test.txt ]; then write_stamps requirements.txt; fi
    write_stamps "$1"
}
