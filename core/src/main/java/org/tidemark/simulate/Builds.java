// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All builds of a scenario, by number: which update follows from which day on, and where an upgrade leads.
final class Builds {
    static final int NONE = -1;

    private final List<String> texts = new ArrayList<>();
    private final List<int[]> parts = new ArrayList<>();
    private final Map<Integer, String> levels = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] update;
    private final int[] updateDay;
    private final boolean[] safe;
    private final List<List<Step>> upgrades = new ArrayList<>();

    private record Step(int day, int build) {}

    Builds(Scenario scenario) {
        int most = 2 * scenario.starts().size() + scenario.upgrades().size();
        update = new int[most];
        updateDay = new int[most];
        safe = new boolean[most];
        Arrays.fill(update, NONE);
        for (var start : scenario.starts()) {
            int build = number(start.build());
            levels.put(build, start.level());
            if (!start.update().isEmpty()) {
                update[build] = number(start.update());
                updateDay[build] = (int) ChronoUnit.DAYS.between(scenario.begins(), start.released());
                safe[update[build]] = true;
            }
        }
        for (var product : scenario.products()) {
            var steps = new ArrayList<Step>();
            for (var upgrade : scenario.upgrades()) {
                if (upgrade.product().equals(product.id())) {
                    int build = number(upgrade.build());
                    safe[build] |= upgrade.safe();
                    steps.add(new Step((int) ChronoUnit.DAYS.between(scenario.begins(), upgrade.from()), build));
                }
            }
            upgrades.add(steps);
        }
    }

    int number(String text) {
        var known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, texts.size());
        texts.add(text);
        parts.add(
                Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray());
        return texts.size() - 1;
    }

    int count() {
        return texts.size();
    }

    String text(int build) {
        return texts.get(build);
    }

    /// The branch of a build that servers may be on at first.
    String level(int start) {
        return levels.getOrDefault(start, "");
    }

    boolean isNewer(int build, int than) {
        return Arrays.compare(parts.get(build), parts.get(than)) > 0;
    }

    boolean isSafe(int build) {
        return safe[build];
    }

    /// The update for this build; [#NONE] where there is none.
    int update(int build) {
        return update[build];
    }

    boolean hasUpdate(int build, int day) {
        return update[build] != NONE && day >= updateDay[build];
    }

    /// Where an upgrade of this product leads on a day: the newest that is out.
    int upgrade(int product, int day) {
        int best = NONE;
        for (var step : upgrades.get(product)) {
            if (step.day <= day || best == NONE) {
                best = step.build;
            }
        }
        return best;
    }
}
