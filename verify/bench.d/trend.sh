# SPDX-License-Identifier: Apache-2.0
# A population over time beside plain SQL over the raw rows, and how its cost grows with the servers. Read by
# verify/bench.

trend_bench() {
    for tool in /usr/bin/time awk gzip; do
        command -v "$tool" >/dev/null || fail "$tool is missing; install it (Debian: time, gawk, gzip)."
    done
    mkdir -p "$work/classes"
    lib=$(printf '%s:' "$dist"/lib/*.jar)
    "$jdk/bin/javac" -nowarn -d "$work/classes" -cp "$lib" "$root/verify/bench.d/TrendPeer.java" || exit 1
    echo "$(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1); load before: $(load)"
    local servers sizes="" beside=$largest place
    place=$(tidemark catalog campaigns --csv | awk -F, 'NR > 1 { n++ } $1 == "proxylogon" { print n }')
    : >"$work/trend.growth"
    for servers in 100000 400000 1600000; do
        [ "$servers" -le "$largest" ] && sizes="$sizes $servers"
    done
    [ "$beside" -gt 400000 ] && beside=400000
    for servers in ${sizes:-$largest}; do
        trend_population "$servers"
        trend_import "$servers"
    done
    # The truth is kept of populations up to this size, and SQL over the raw rows of a larger one takes long.
    [ -d "$work/population-$beside" ] || beside=${sizes##* }
    trend_compare "$beside"
    trend_rounds "$beside"
    trend_growth
    echo
    echo "load after: $(load)"
}

# The largest is written as the feed alone, packed; of its truth nothing is kept, for the disk's sake.
trend_population() {
    scans=$work/scans-$1
    [ -f "$scans/done" ] && return
    rm -rf "$scans"
    say "simulating $1 servers, 30 scans"
    local share=0.1
    [ "$1" -gt 400000 ] && share=0
    tidemark simulate --servers "$1" --scans 30 --seed 20210302 --zgrab-share "$share" --out "$scans" --quiet >/dev/null || exit 1
    [ "$1" -gt 400000 ] && rm -rf "$scans/truth"
    touch "$scans/done"
}

# Twenty-nine days, then the thirtieth by itself: what one more scan costs. The store is kept.
trend_import() {
    local scans=$work/scans-$1 store=$work/population-$1 first last
    rm -rf "$store"
    say "importing $1 servers, 30 scans"
    first=$(ls "$scans"/*.gz | grep -v 2021-03-30)
    last=$(ls "$scans"/*.gz | grep 2021-03-30)
    # Status 3 is right: the simulated sensors damage a row now and then.
    # shellcheck disable=SC2086
    trend_time "$work/first" ingest $first --data "$store" --json
    # shellcheck disable=SC2086
    trend_time "$work/last" ingest $last --data "$store" --json
    trend_time "$work/ask" trend --campaign proxylogon --data "$store" --json
    trend_time "$work/by" trend --campaign proxylogon --by country --data "$store" --json
    echo "$1 $(cat "$work/first" "$work/last" "$work/ask" "$work/by" | tr '\n' ' ') $(stat -c %s "$store/tidemark.duckdb")" >>"$work/trend.growth"
}

# Seconds and kilobytes of one run.
trend_time() {
    local to=$1
    shift
    TIDEMARK_NO_BUILD=1 /usr/bin/time -q -f "%e %M" -o "$to" "$root/tidemark" "$@" >/dev/null 2>&1
}

# Before any time is taken: the rows are the same, and what each count is worth against the truth.
trend_compare() {
    local scans=$work/scans-$1 store=$work/population-$1
    say "comparing with the truth"
    java TrendPeer "$root/verify/bench.d/trend.sql" "$store/tidemark.duckdb" "'all'" "$place" >"$work/naive.tsv" 2>/dev/null
    tidemark trend --campaign proxylogon --data "$store" --csv 2>/dev/null |
        awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
            $at["series"] == "open" { print $at["date"] "\t" $at["vulnerable"] "\t" $at["unknown"] "\t" $at["gone"] "\t" $at["patched"] "\t" $at["servers"] }' >"$work/tracked.tsv"
    awk -F, 'NR > 1 { n[$1 "\t" $3]++; all[$1]++ } END { for (d in all) print d "\t" n[d "\tvulnerable"] + 0 "\t" n[d "\tpatched"] + 0 "\t" all[d] }' "$scans/truth/states.csv" | sort >"$work/real.tsv"
    awk -F'\t' 'FILENAME ~ /real/ { v[$1] = $2; p[$1] = $3; s[$1] = $4; next }
        FILENAME ~ /naive/ { nv[$1] = $3; np[$1] = $4; seen[$1] = $5; next }
        { days++; ok += ($2 <= 1.05 * v[$1] && $2 + $3 + $4 >= 0.95 * v[$1]); last = $1; t = $2; u = $3; tp = $5; ts = $6 }
        END {
            printf "tidemark: on %d of %d days within the bounds (vulnerable at most 1.05, with undecided and gone at least 0.95 of the truth)\n", ok, days
            printf "%s               servers  vulnerable    patched\n", last
            printf "  truth               %9d %11d %10d\n", s[last], v[last], p[last]
            printf "  tidemark            %9d %11s %10d   (%d more are undecided)\n", ts, t, tp, u
            printf "  SQL over raw rows   %9d %11d %10d   (addresses seen that day)\n", seen[last], nv[last], np[last]
        }' "$work/real.tsv" "$work/naive.tsv" "$work/tracked.tsv"
}

trend_rounds() {
    local store=$work/population-$1 round
    : >"$work/times"
    for round in $(seq "$runs"); do
        say "round $round of $runs"
        trend_time "$work/one" trend --campaign proxylogon --data "$store" --json
        echo "all $(cat "$work/one")" >>"$work/times"
        trend_time "$work/one" trend --campaign proxylogon --by country --data "$store" --json
        echo "country $(cat "$work/one")" >>"$work/times"
        trend_time "$work/one" trend --campaign proxylogon --by branch --data "$store" --json
        echo "branch $(cat "$work/one")" >>"$work/times"
        trend_time "$work/one" trend --campaign proxylogon --by support --data "$store" --json
        echo "support $(cat "$work/one")" >>"$work/times"
        echo "sql-all $(java TrendPeer "$root/verify/bench.d/trend.sql" "$store/tidemark.duckdb" "'all'" "$place" 2>&1 >/dev/null | tail -n 1)" >>"$work/times"
        echo "sql-country $(java TrendPeer "$root/verify/bench.d/trend.sql" "$store/tidemark.duckdb" country "$place" 2>&1 >/dev/null | tail -n 1)" >>"$work/times"
    done
    printf '\n%s servers, 30 scans; medians of %s rounds; seconds of the whole command, of SQL those of the query alone\n\n' "$1" "$runs"
    local name
    for name in all country branch support sql-all sql-country; do
        echo "$name $(median "$name")"
    done | awk '{ s[$1] = $2; printf "  %-12s %7.2f\n", $1, $2 }
        END {
            printf "\n  SQL over raw rows takes %.1f x (all), %.1f x (by country) as long\n", s["sql-all"] / s["all"], s["sql-country"] / s["country"]
            for (n in s) if (n !~ /sql/ && s[n] >= 1) slow = slow " " n
            print "  every answer in under a second: " (slow == "" ? "met" : "NOT MET (" slow " )")
        }'
}

trend_growth() {
    echo
    awk 'BEGIN { printf "%9s %12s %12s %10s %10s %10s %9s\n", "servers", "29 scans, s", "one more, s", "trend, s", "peak, MB", "store, MB", "rows/s" }
        { peak = $3 > $5 ? $3 : $5
          printf "%9d %12.1f %12.1f %10.2f %10.0f %10.0f %9.0f\n", $1, $2, $4, $6, peak / 1024, $10 / 1e6, $1 * 29 / $2 }' "$work/trend.growth"
}
