# SPDX-License-Identifier: Apache-2.0
# What ./tidemark and ./build share; both source it, with $root set to the folder of the project.

dist=$root/app/target/dist

# The version stands in a file of the JDK: reading it starts no process, unlike `java -version`.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='="' read -r key _ value _; do
        [ "$key" = JAVA_VERSION ] || continue
        [ "${value%%[!0-9]*}" -ge 25 ] 2>/dev/null
        return
    done <"$1/release"
    return 1
}

# Sets $jdk to a JDK of at least version 25: the one asked for, the one on the path, else the first in the usual folders.
find_jdk() {
    for jdk in "${TIDEMARK_JAVA_HOME-}" "${JAVA_HOME-}"; do
        if is_jdk_25 "$jdk"; then return; fi
    done
    if jdk=$(command -v java); then
        jdk=$(readlink -f "$jdk")
        jdk=${jdk%/bin/java}
        if is_jdk_25 "$jdk"; then return; fi
    fi
    folders=${TIDEMARK_JDK_FOLDERS-/usr/lib/jvm:/opt:${HOME-}/.sdkman/candidates/java:/Library/Java/JavaVirtualMachines}
    old_ifs=$IFS
    IFS=:
    for folder in $folders; do
        for jdk in "$folder"/* "$folder"/*/Contents/Home; do
            if is_jdk_25 "$jdk"; then
                IFS=$old_ifs
                return
            fi
        done
    done
    echo "tidemark: no JDK 25 or newer was found; install one (Debian and Ubuntu: openjdk-25-jdk, elsewhere for example Eclipse Temurin 25) or set TIDEMARK_JAVA_HOME to its folder." >&2
    exit 2
}

# True where nothing was built yet or a source is newer than what was built. Folders count too: a deleted file is a change.
is_stale() {
    [ -f "$dist/stamp" ] || return 0
    [ -n "$(find "$root/pom.xml" "$root/scripts" \
        "$root/core/pom.xml" "$root/core/src/main" "$root/adapters/pom.xml" "$root/adapters/src/main" \
        "$root/knowledge/pom.xml" "$root/knowledge/src/main" "$root/app/pom.xml" "$root/app/src/main" \
        -newer "$dist/stamp" -print -quit 2>/dev/null)" ]
}
