// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import java.io.OutputStream;
import java.util.Collection;
import java.util.function.Consumer;
import org.tidemark.adapter.JsonText;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Topic;

/// The bundle, written as servers come. It remembers the ids of observables and updates, and nothing else.
///
/// A bundle has no `spec_version` (that was STIX 2.0). A flaw's and a campaign's `created` is the day on which it was
/// published, their `modified` the day of the pack's newest fact; those of a server are when it was first and
/// last seen.
public final class StixBundle implements Consumer<Exposed>, AutoCloseable {
    private final JsonText json;
    private final StixObjects objects;
    private final StixServer servers;
    private final StixFacts facts;

    /// @param out stays open
    /// @param topics what is asked about
    public StixBundle(OutputStream out, Collection<Topic> topics, Background background, Imprint imprint) {
        this.json = JsonText.document(out);
        this.objects = new StixObjects(json, imprint);
        this.facts = new StixFacts(json, objects, background);
        this.servers = new StixServer(objects, background, facts);
        json.object().text("type", "bundle").text("id", id(topics, imprint)).list("objects");
        objects.head();
        topics.forEach(facts::topic);
    }

    private static StixId id(Collection<Topic> topics, Imprint imprint) {
        var parts = topics.stream()
                .map(topic -> topic.catalogue().pack().sha256() + " " + topic.name())
                .sorted()
                .toList();
        var publisher = imprint.publisher();
        return StixId.of(
                "bundle",
                String.join(" ", parts),
                publisher == null ? "" : publisher.url(),
                imprint.tlp().label());
    }

    @Override
    public void accept(Exposed exposed) {
        servers.write(exposed);
    }

    /// How many objects were written.
    public long written() {
        return objects.written();
    }

    /// Ends the bundle.
    @Override
    public void close() {
        json.endList().end();
        json.close();
    }
}
