// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A build number, or the leading parts of one: two to four integers.
///
/// Parts are compared as integers, so `1913.10` is above `1913.7` and `15.01.2176.009` is `15.1.2176.9`.
/// Fewer than four parts stand for every build that begins with them.
///
/// @param parts two to four integers, none negative
public record Build(List<Integer> parts) implements Comparable<Build> {
    private static final int MOST_PARTS = 4;
    private static final int MOST_DIGITS = 9;

    public Build {
        parts = List.copyOf(parts);
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a build has two to four parts: " + parts);
        }
        for (int part : parts) {
            if (part < 0) {
                throw new IllegalArgumentException("a build has no negative part: " + parts);
            }
        }
    }

    public static Build of(int... parts) {
        var list = new ArrayList<Integer>(parts.length);
        for (int part : parts) {
            list.add(part);
        }
        return new Build(list);
    }

    /// Reads `15.1.2176.9`, zero padding allowed. Empty where the text is anything else.
    public static Optional<Build> parse(CharSequence text) {
        var parts = new ArrayList<Integer>(MOST_PARTS);
        int value = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                if (++digits > MOST_DIGITS) {
                    return Optional.empty();
                }
            } else if (c == '.' && digits > 0 && parts.size() < MOST_PARTS) {
                parts.add(value);
                value = 0;
                digits = 0;
            } else {
                return Optional.empty();
            }
        }
        return parts.size() < 2 ? Optional.empty() : Optional.of(new Build(parts));
    }

    /// The part at a place, from 0.
    public int part(int index) {
        return parts.get(index);
    }

    /// How many parts are known: four make one build, fewer a set.
    public int size() {
        return parts.size();
    }

    public boolean isWhole() {
        return parts.size() == MOST_PARTS;
    }

    /// The first parts of this build.
    public Build prefix(int size) {
        return size >= parts.size() ? this : new Build(parts.subList(0, size));
    }

    /// Whether the other begins with all parts of this one.
    public boolean covers(Build other) {
        if (other.parts.size() < parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (other.part(i) != part(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Build other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    // Written out, as for BranchId; a build is the key of most look-ups.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Build that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < parts.size(); i++) {
            hash = hash * 31 + parts.get(i);
        }
        return hash;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int part : parts) {
            text.append(text.isEmpty() ? "" : ".").append(part);
        }
        return text.toString();
    }
}
