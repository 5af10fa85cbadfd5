// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.Optional;
import org.tidemark.adapter.Collectors;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Listing;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Surroundings;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;

/// The programs that collect evidence of Windows servers, as far as they are known here.
public final class KnownCollectors implements Collectors {
    @Override
    public Surroundings of(Listing listing, EvidenceSink sink) {
        return Site.of(listing, sink);
    }

    @Override
    public Optional<Problem> refusal(byte[] beginning, String file) {
        return Closed.problem(beginning, file);
    }

    @Override
    public Optional<Kind> expected(String path) {
        return Places.expected(path);
    }

    @Override
    public Origin placed(Origin origin, String name) {
        return origin.path() == null ? new Origin(origin.file(), Anchors.path(name), origin.archived()) : origin;
    }

    @Override
    public Optional<Kind> kind(String path) {
        return Places.kind(path);
    }
}
