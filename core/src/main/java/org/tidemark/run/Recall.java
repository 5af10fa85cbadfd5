// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Subject;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Observation;

/// Works out anew what the build of a stored observation stands for.
///
/// A store keeps the number and how it was come by, never the releases it stood for: when a pack learns of a release,
/// the answer on an old scan changes with it.
public final class Recall {
    private static final int MOST_REMEMBERED = 20_000;

    private final Knowledge knowledge;
    private final Map<Key, Optional<Subject>> known = new ConcurrentHashMap<>();

    private record Key(String family, Build build, boolean display, boolean narrowed) {}

    public Recall(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Whether something besides the build, a header that only later builds send, had left out some releases.
    public boolean isNarrowed(Observation seen) {
        if (seen.family() == null || seen.build() == null || !(seen.subject() instanceof Subject.OneOf some)) {
            return false;
        }
        var all = subject(seen.family(), seen.build(), seen.method(), false);
        return all instanceof Subject.OneOf whole
                && some.candidates().size() < whole.candidates().size();
    }

    /// @param method what the number was read from: a display version proves the branch only
    /// @param narrowed whether a header that only later builds send was seen
    public @Nullable Subject subject(@Nullable String family, @Nullable Build build, String method, boolean narrowed) {
        if (family == null || build == null) {
            return null;
        }
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        var key = new Key(family, build, method.equals(Evidence.Basis.INVENTORY.method()), narrowed);
        return known.computeIfAbsent(key, this::workOut).orElse(null);
    }

    private Optional<Subject> workOut(Key key) {
        return knowledge.family(key.family()).flatMap(family -> {
            var subjects = family.subjects();
            var subject = key.display() ? subjects.branchOf(key.build()) : subjects.of(key.build());
            return key.narrowed() ? subject.map(s -> narrowed(family, s)) : subject;
        });
    }

    private static Subject narrowed(Knowledge.Family family, Subject subject) {
        var header = family.fingerprints().openHeader();
        if (header.isEmpty() || !(subject instanceof Subject.OneOf some)) {
            return subject;
        }
        var left = some.candidates().stream()
                .filter(release -> !header.get().surelyDoesNotSend(release.build()))
                .toList();
        return left.isEmpty() ? some : new Subject.OneOf(some.product(), some.branch(), some.build(), left);
    }
}
