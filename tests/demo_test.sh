#!/usr/bin/env bash
# The demo as a person meets it in a terminal's shell: interrupted, it says how to go on, and going on finishes the run. Bad options are refused.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
demo=(dotnet "samples/FashionMnist/bin/${1:-Release}/net10.0/FashionMnist.dll")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    echo "demo: $*" >&2
    exit 1
}

# Bash lets background jobs ignore SIGINT; 'env' takes that back, as a terminal would have it.
# interrupt SIGNAL STATUS FOLDER: sends the signal after the first epoch and waits.
interrupt() {
    env --default-signal=INT,HUP "${demo[@]}" mlp --epochs 200 --rate 0.05 --runs "$3" >"$folder/log" 2>&1 &
    local demo_id=$! status
    for _ in $(seq 600); do
        grep -qE '^ +1 ' "$folder/log" && break
        sleep 0.1
    done
    kill "-$1" "$demo_id" 2>/dev/null || fail "it ended before the first epoch: $(cat "$folder/log")"
    wait "$demo_id"
    status=$?
    [[ $status == "$2" ]] || fail "a run that got SIG$1 exits with $status, not $2: $(cat "$folder/log")"
    grep -q 'Cancelled after step' "$folder/log" || fail "a run that got SIG$1 does not say so: $(cat "$folder/log")"
}

interrupt TERM 143 "$folder/term"
interrupt HUP 129 "$folder/hup"
interrupt INT 130 "$folder"
grep -q $'\e' "$folder/log" && fail "a log has escape codes: $(cat -v "$folder/log")"
checkpoint=$(echo "$folder"/FashionMlp/*/checkpoint.safetensors)
[[ -s $checkpoint ]] || fail "an interrupted run left no checkpoint in $folder"

epochs=$(grep -cE '^ +[0-9]+ ' "$folder/log")
"${demo[@]}" mlp --epochs $((epochs + 1)) --resume "$checkpoint" --runs "$folder/again" >"$folder/log2" 2>&1 || fail "it does not continue: $(cat "$folder/log2")"
accuracy=$(sed -nE 's/^test accuracy: ([0-9]+)\..*/\1/p' "$folder/log2")
((${accuracy:-0} >= 75)) || fail "the continued run has learnt nothing: $(cat "$folder/log2")"
grep -q '"LearningRate": 0.05' "$folder"/again/FashionMlp/*/settings.json || fail "the continued run has another rate: $(cat "$folder"/again/FashionMlp/*/settings.json)"

# A terminal that can't move its cursor gets the table once, row by row, with numbers as everywhere.
screen() {
    TERM=$1 LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 script -qec "stty columns 120; ${demo[*]} mlp --epochs 2 --runs $folder/screen" "$folder/typed" </dev/null >/dev/null
}
screen dumb || fail "it does not run in a dumb terminal: $(cat "$folder/typed")"
[[ $(grep -c 'train loss' "$folder/typed") == 1 ]] || fail "a dumb terminal gets the table $(grep -c 'train loss' "$folder/typed") times"
[[ $(grep -cE '^ +[12] .* 0\.[0-9]{4} ' "$folder/typed") == 2 ]] || fail "a dumb terminal gets other rows: $(cat -v "$folder/typed")"
grep -q $'\e' "$folder/typed" && fail "a dumb terminal gets escape codes: $(cat -v "$folder/typed")"
screen xterm-256color || fail "it does not run in a terminal: $(cat "$folder/typed")"
grep -q $'\e\[' "$folder/typed" || fail "a terminal gets no live table: $(cat -v "$folder/typed")"

[[ $(find "$folder/screen" -name '*.g.cs.txt' | wc -l) == 6 ]] || fail "two run folders have not three generated files each: $(find "$folder/screen")"

for bad in "--rate 0,05" "--rate -1" "--epochs x" "--epochs 0" "--resume $folder/log"; do
    # shellcheck disable=SC2086
    "${demo[@]}" mlp $bad --runs "$folder/bad" >/dev/null 2>"$folder/error" && fail "'$bad' is taken"
    [[ -s $folder/error ]] || fail "'$bad' is refused without a word"
done
"${demo[@]}" mlp --resume "" --runs "$folder/bad" >/dev/null 2>"$folder/error" && fail "an empty --resume is taken"
grep -q -- '--resume takes a path' "$folder/error" || fail "an empty --resume is not explained: $(cat "$folder/error")"
"${demo[@]}" mlp --runs "" >/dev/null 2>"$folder/error" && fail "an empty --runs is taken"
grep -q -- '--runs takes a path' "$folder/error" || fail "an empty --runs is not explained: $(cat "$folder/error")"
REGIMEN_DATA="$folder/nowhere" "${demo[@]}" mlp --runs "$folder/bad" >/dev/null 2>"$folder/error" && fail "a run without data succeeds"
grep -q 'REGIMEN_DATA' "$folder/error" || fail "missing data is not explained: $(cat "$folder/error")"
[[ ! -e $folder/bad ]] || fail "a refused run left a folder"
echo "demo: ended by three signals, continued after $epochs epochs, shown in two terminals, and 8 wrong ways to start refused"
