# SPDX-License-Identifier: Apache-2.0
# The hunt beside tools that look for text, and beside one that exports event logs. Used by verify/bench.

chunks=1600

hunt_bench() {
    for tool in rg grep evtxexport jq /usr/bin/time; do
        command -v "$tool" >/dev/null || fail "$tool is missing; install it (Debian: ripgrep, grep, libevtx-utils, jq, time)."
    done
    hunt_prepare
    echo "$(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1); load before: $(load)"
    hunt_compare
    hunt_rounds
    hunt_table
    hunt_memory
    echo
    echo "load after: $(load)"
}

hunt_prepare() {
    mkdir -p "$work/classes"
    lib=$(printf '%s:' "$dist"/lib/*.jar)
    local tests=$root/adapters/src/test/java/org/tidemark/adapter/evtx
    "$jdk/bin/javac" -nowarn -d "$work/classes" -cp "$lib" "$root"/verify/bench.d/*.java \
        "$tests"/{EvtxWriter,EvtxChunkWriter,BinXmlWriter,EvtxTemplate,EvtxValue,Logs}.java || exit 1
    logs=$work/logs-$size
    half=$work/logs-half-$size
    events=$work/events-$chunks
    if [ ! -d "$logs" ]; then
        say "writing $size MB of logs with planted attacks, and an event log"
        java GenerateLogs "$logs.new" "$logs.tsv" "$((size * 1000000))" 2021 || exit 1
        java GenerateLogs "$half.new" "$half.tsv" "$((size * 500000))" 2021 || exit 1
        mv "$logs.new" "$logs" && mv "$half.new" "$half"
    fi
    if [ ! -d "$events" ]; then
        mkdir -p "$events.new"
        java org.tidemark.adapter.evtx.GenerateEvents "$events.new/Security.evtx" "$chunks" >"$events.count" || exit 1
        mv "$events.new" "$events"
    fi
    java HuntNeedles >"$work/needles.txt" || exit 1
    cat "$logs"/* "$half"/* "$events"/* >/dev/null # from now on the files are in memory
}

hunt_run() {
    case $1 in
        tidemark) tidemark hunt --no-store --json "$logs" ;;
        tidemark-half) tidemark hunt --no-store --json "$half" ;;
        grep) grep -F -f "$work/needles.txt" "$logs"/* ;;
        grep-any-case) grep -F -i -f "$work/needles.txt" "$logs"/* ;;
        rg) rg --no-config -F -f "$work/needles.txt" "$logs" ;;
        tidemark-events) tidemark hunt --no-store --json "$events" ;;
        evtxexport) evtxexport -f xml "$events/Security.evtx" 2>/dev/null ;;
    esac
}

# Every planted line must be among what each tool finds; case does not matter to Tidemark, so grep is asked both ways.
hunt_compare() {
    local planted
    say "comparing what is found"
    same=yes
    sort "$logs.tsv" >"$work/planted.tsv"
    planted=$(wc -l <"$work/planted.tsv")
    hunt_run tidemark | jq -r 'select(.type == "finding") | "\(.source.file | split("/")[-1])\t\(.source.line)"' | sort -u >"$work/found.tsv"
    hunt_told tidemark "$planted"
    grep -n -F -i -f "$work/needles.txt" "$logs"/* | cut -d: -f1,2 | sed 's|.*/||; s|:|\t|' | sort -u >"$work/found.tsv"
    hunt_told "grep -F -i -f" "$planted"
    rg --no-config -n --no-heading -i -F -f "$work/needles.txt" "$logs" | cut -d: -f1,2 | sed 's|.*/||; s|:|\t|' | sort -u >"$work/found.tsv"
    hunt_told "rg -F -i -f" "$planted"
    java org.tidemark.adapter.evtx.EventUsers "$events/Security.evtx" >"$work/ours.txt"
    hunt_run evtxexport | sed -n -E 's|.*<EventRecordID>([0-9]+)<.*|\1|p; s|.*Name="TargetUserName">([^<]*)<.*|\1|p' | paste -d' ' - - >"$work/theirs.txt"
    if cmp -s "$work/ours.txt" "$work/theirs.txt" && [ "$(wc -l <"$work/ours.txt")" = "$(cat "$events.count")" ]; then
        echo "events: all $(cat "$events.count") records, each with its account, as evtxexport gives them"
    else
        same=no
        echo "events: DIFFER from evtxexport's"
    fi
}

hunt_told() {
    local missed
    missed=$(comm -13 "$work/found.tsv" "$work/planted.tsv" | wc -l)
    [ "$missed" = 0 ] || same=no
    echo "$1: $(($2 - missed)) of $2 planted lines, $(comm -23 "$work/found.tsv" "$work/planted.tsv" | wc -l) lines besides"
}

hunt_timed() {
    local start end
    start=$(date +%s%N)
    hunt_run "$1" 2>/dev/null | cat >/dev/null # grep would stop early, did it see the null device
    end=$(date +%s%N)
    awk -v n="$((end - start))" 'BEGIN { print n / 1e9 }'
}

hunt_rounds() {
    local round tool
    : >"$work/times"
    for round in $(seq "$runs"); do
        say "round $round of $runs"
        for tool in tidemark grep grep-any-case rg tidemark-half tidemark-events evtxexport; do
            echo "$tool $(hunt_timed "$tool")" >>"$work/times"
        done
    done
}

hunt_table() {
    local tool of bytes few event_bytes
    bytes=$(cat "$logs"/* | wc -c)
    few=$(cat "$half"/* | wc -c)
    event_bytes=$(stat -c %s "$events/Security.evtx")
    for tool in tidemark grep grep-any-case rg tidemark-half tidemark-events evtxexport; do
        of=$bytes
        case $tool in
            tidemark-half) of=$few ;;
            tidemark-events | evtxexport) of=$event_bytes ;;
        esac
        echo "$tool $(median "$tool") $of"
    done | awk -v same="$same" -v runs="$runs" -v bytes="$bytes" -v few="$few" -v events="$event_bytes" \
        -v needles="$(wc -l <"$work/needles.txt")" '
        function row(tool, text, than) {
            printf "%-34s %9.2f %9.0f %12s\n", text, seconds[tool], speed[tool], tool == than ? "" : sprintf("%.2f x", speed[than] / speed[tool])
        }
        function goal(text, ratio, least) {
            printf "%-62s %-7s (%.2f)\n", text, (ratio >= least) ? "met" : "NOT MET", ratio
        }
        { seconds[$1] = $2; speed[$1] = $3 / $2 / 1e6 }
        END {
            printf "\n%.0f MB of web server and proxy logs, %d needles; medians of %d rounds\n\n", bytes / 1e6, needles, runs
            printf "%-34s %9s %9s %12s\n", "", "seconds", "MB/s", "tidemark is"
            row("tidemark", "tidemark hunt, every rule", "tidemark")
            row("grep", "grep -F -f", "tidemark")
            row("grep-any-case", "grep -F -i -f, as Tidemark compares", "tidemark")
            row("rg", "rg -F -f", "tidemark")
            printf "\n%.0f MB of event log\n\n", events / 1e6
            row("tidemark-events", "tidemark hunt, every rule", "tidemark-events")
            row("evtxexport", "evtxexport -f xml", "tidemark-events")
            slope = (seconds["tidemark"] - seconds["tidemark-half"]) / (bytes - few)
            printf "\nplanted lines found by all, events the same: %s\n", same
            printf "tidemark took %.2f s for the first %.0f MB; each further GB took %.2f s (%.0f MB/s)\n", seconds["tidemark-half"], few / 1e6, slope * 1e9, 1 / slope / 1e6
            print ""
            goal("at least 1.5 x grep -F -f", speed["tidemark"] / speed["grep"], 1.5)
            goal("at least 2 x rg -F -f", speed["tidemark"] / speed["rg"], 2)
            goal("at least 3 x evtxexport", speed["tidemark-events"] / speed["evtxexport"], 3)
        }'
}

hunt_memory() {
    local folder
    echo
    for folder in "$half" "$logs" "$events"; do
        /usr/bin/time -f %M -o "$work/peak" env TIDEMARK_NO_BUILD=1 "$root/tidemark" hunt --no-store --json "$folder" >/dev/null 2>&1
        printf 'peak memory of tidemark, %5d MB: %d MB\n' "$(($(cat "$folder"/* | wc -c) / 1000000))" "$(($(tail -n 1 "$work/peak") / 1024))"
    done
}
