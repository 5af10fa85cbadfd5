// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.UpdatePackages;

/// Turns cells into values. What is no value gives null and a fault.
///
/// A cell of a missing column gives null silently: the missing column has been reported once already. Values that come
/// again and again are made once.
final class Values {
    private final Faults faults;
    private final Map<String, Build> builds = new HashMap<>();
    private final Map<String, CveId> cves = new HashMap<>();
    private final Map<String, PartialDate> days = new HashMap<>();
    private final Map<String, UpdatePackages> packages = new HashMap<>();

    Values(Faults faults) {
        this.faults = faults;
    }

    /// A text that must not be empty.
    @Nullable
    String text(Cell cell) {
        if (!cell.isEmpty()) {
            return cell.text();
        }
        if (cell.present()) {
            faults.at(cell, "The value is missing.", "Write one.");
        }
        return null;
    }

    /// A whole number that is not negative.
    @Nullable
    Integer number(Cell cell) {
        var text = text(cell);
        if (text == null) {
            return null;
        }
        if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.valueOf(text);
        }
        faults.at(cell, "`" + text + "` is no whole number.", "Write digits only.");
        return null;
    }

    /// A build of four parts.
    @Nullable
    Build build(Cell cell) {
        var build = prefix(cell);
        if (build != null && !build.isWhole()) {
            faults.at(
                    cell, "`" + cell.text() + "` has " + build.size() + " parts.", "Write all four, like 15.1.2176.9.");
            return null;
        }
        return build;
    }

    /// The first parts of builds, two to four.
    @Nullable
    Build prefix(Cell cell) {
        var text = text(cell);
        if (text == null) {
            return null;
        }
        var known = builds.get(text);
        if (known != null) {
            return known;
        }
        var build = Build.parse(text);
        if (build.isEmpty()) {
            faults.at(cell, "`" + text + "` is no build.", "Write integers parted by dots, like 15.1.2176.9.");
            return null;
        }
        builds.put(text, build.get());
        return build.get();
    }

    @Nullable
    CveId cve(Cell cell) {
        var text = text(cell);
        if (text == null) {
            return null;
        }
        var known = cves.get(text);
        if (known != null) {
            return known;
        }
        var cve = CveId.parse(text);
        if (cve.isEmpty()) {
            faults.at(cell, "`" + text + "` is no CVE.", "Write it like CVE-2021-26855, or ADV190018.");
            return null;
        }
        cves.put(text, cve.get());
        return cve.get();
    }

    /// A day or a month; null for an empty cell too.
    @Nullable
    PartialDate optionalDay(Cell cell) {
        return cell.isEmpty() ? null : day(cell);
    }

    /// A day or a month.
    @Nullable
    PartialDate day(Cell cell) {
        var text = text(cell);
        if (text == null) {
            return null;
        }
        var known = days.get(text);
        if (known != null) {
            return known;
        }
        var day = parseDay(text);
        if (day == null) {
            faults.at(cell, "`" + text + "` is neither day nor month.", "Write it like 2021-03-02, or 2021-03.");
            return null;
        }
        days.put(text, day);
        return day;
    }

    /// By hand: the formatter of `java.time` takes longer to wake up than all days of a pack take to read.
    private static @Nullable PartialDate parseDay(String text) {
        try {
            if (text.length() == 7 && text.charAt(4) == '-') {
                var month = YearMonth.of(digits(text, 0, 4), digits(text, 5, 7));
                return new PartialDate(month.atDay(1), month.atEndOfMonth());
            }
            if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
                return PartialDate.of(LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)));
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no digit");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    List<PartialDate> days(List<Cell> cells) {
        var days = new ArrayList<PartialDate>(cells.size());
        for (var cell : cells) {
            var day = day(cell);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    /// Packages: `;` between alternatives, `+` between those that are needed together.
    UpdatePackages packages(Cell cell) {
        if (cell.isEmpty()) {
            return UpdatePackages.none();
        }
        var known = packages.get(cell.text());
        if (known == null) {
            known = parsePackages(cell);
            packages.put(cell.text(), known);
        }
        return known;
    }

    private UpdatePackages parsePackages(Cell cell) {
        var alternatives = new ArrayList<Set<String>>();
        for (var alternative : cell.split()) {
            var names = new LinkedHashSet<String>();
            for (var name : alternative.text().split("\\+", -1)) {
                if (name.isBlank() || name.strip().contains(" ") || !names.add(name.strip())) {
                    faults.at(cell, "`" + cell.text() + "` does not name packages.", "Write KB1, KB1;KB2 or KB1+KB2.");
                    return UpdatePackages.none();
                }
            }
            alternatives.add(Set.copyOf(names));
        }
        return new UpdatePackages(alternatives);
    }

    /// One of some things by its spelling.
    <E> @Nullable E choice(Cell cell, E[] all, Function<E, String> spelling) {
        return choice(cell, Choice.of(all, spelling));
    }

    /// One of some things by its spelling; for columns with many rows.
    <E> @Nullable E choice(Cell cell, Choice<E> choice) {
        var text = text(cell);
        if (text == null) {
            return null;
        }
        var chosen = choice.bySpelling().get(text);
        if (chosen == null) {
            faults.at(
                    cell,
                    "`" + text + "` is unknown here.",
                    "Write one of " + String.join(", ", choice.bySpelling().keySet()) + ".");
        }
        return chosen;
    }

    /// Things and how they are spelled, in the order in which they are told.
    record Choice<E>(Map<String, E> bySpelling) {
        static <E> Choice<E> of(E[] all, Function<E, String> spelling) {
            var bySpelling = LinkedHashMap.<String, E>newLinkedHashMap(all.length);
            for (var one : all) {
                bySpelling.put(spelling.apply(one), one);
            }
            return new Choice<>(bySpelling);
        }
    }

    /// `yes` or `no`.
    @Nullable
    Boolean yes(Cell cell) {
        return choice(cell, new Boolean[] {true, false}, value -> value ? "yes" : "no");
    }

    Faults faults() {
        return faults;
    }
}
