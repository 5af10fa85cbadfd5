// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.exposure.Fingerprint.Place;
import org.tidemark.exposure.Fingerprints;
import org.tidemark.exposure.Sign;

/// Readers skip records that hold no needle, so a fingerprint without one would silently never hit.
final class NeedleChecks {
    /// Short needles make the search for all of them slow.
    private static final int SHORTEST = 7;

    private NeedleChecks() {}

    static void run(Fingerprints fingerprints, Cell place, Faults faults) {
        for (var needle : fingerprints.needles()) {
            if (needle.length() < SHORTEST) {
                faults.at(
                        place,
                        "The needle `" + needle + "` is shorter than " + SHORTEST + " characters.",
                        "Take more of the text: the shortest needle decides how fast the search is.");
            }
        }
        var needles = fingerprints.needles().stream()
                .map(needle -> needle.toLowerCase(Locale.ROOT))
                .toList();
        for (var fingerprint : fingerprints.ordered()) {
            for (var text : texts(fingerprint.place())) {
                if (needles.stream().noneMatch(text.toLowerCase(Locale.ROOT)::contains)) {
                    faults.at(
                            place,
                            "No needle stands in `" + text + "`, which the fingerprint " + fingerprint.id()
                                    + " looks for.",
                            "Add a part of it that no escaping changes.");
                }
            }
        }
    }

    /// Texts of which one is in each record that a place can hit; headers in both spellings that tools use.
    private static List<String> texts(Place place) {
        return switch (place) {
            case Place.InHeader in -> header(in.header());
            case Place.InBody in -> in.needs().isEmpty() ? List.of(in.after()) : in.needs();
            case Place.InOwnAddress in -> addresses(in);
            case Place.InBanner in -> List.of(in.after());
            case Place.Composed composed -> composed.needs().isEmpty() ? List.of(composed.after()) : composed.needs();
            case Place.Presence presence ->
                presence.any().stream().flatMap(sign -> texts(sign).stream()).toList();
        };
    }

    private static List<String> addresses(Place.InOwnAddress in) {
        return in.firstParts().isEmpty()
                ? List.of(in.path())
                : in.firstParts().stream().map(part -> in.path() + part + ".").toList();
    }

    private static List<String> header(String name) {
        return List.of(name, name.replace('-', '_'));
    }

    /// Labels of feeds come in files that are read whole.
    private static List<String> texts(Sign sign) {
        return switch (sign) {
            case Sign.HeaderPresent header -> header(header.name());
            case Sign.HeaderIs header -> header(header.name());
            case Sign.HeaderShape header -> header(header.name());
            case Sign.HeaderContains header -> List.of(header.text());
            case Sign.BodyContains body -> List.of(body.text());
            case Sign.BannerContains banner -> List.of(banner.text());
            case Sign.BannerCoded banner -> List.of(banner.text());
            case Sign.IconIs icon -> {
                var texts = new ArrayList<String>();
                icon.hashes().forEach(hash -> texts.add(hash.toString()));
                yield texts;
            }
            case Sign.TagIs _ -> List.of();
        };
    }
}
