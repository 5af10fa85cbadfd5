// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.CveId;
import org.tidemark.exposure.Confidence;

/// The words of a notice: a template filled with what is known.
public final class NoticeText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private NoticeText() {}

    /// What is known of one server.
    ///
    /// @param build null where it is not known
    /// @param seen when it was seen last
    /// @param update what to install on this build, `KB5000871`; null where there is no update for it
    /// @param updateBuild the build that stands there afterwards
    /// @param upgrade what to upgrade to where there is no update for it, or besides; null where nothing is
    public record Facts(
            @Nullable String build,
            @Nullable String product,
            Instant seen,
            Confidence confidence,
            @Nullable String update,
            @Nullable String updateBuild,
            @Nullable String upgrade) {}

    /// @param facts for each line of the notice, in their order
    /// @param check the command by which an administrator reads the build
    public static MessageTemplate.Message of(
            MessageTemplate template,
            Notice notice,
            Campaign campaign,
            List<Facts> facts,
            Sender sender,
            String check) {
        var values = new HashMap<String, Object>();
        values.put("ticket", notice.ticket());
        values.put("owner", plain(notice.owner()));
        values.put("campaign", campaign.title());
        values.put("cves", campaign.cves().stream().map(CveId::toString).collect(Collectors.joining(", ")));
        values.put("count", notice.lines().size());
        values.put("tlp", sender.tlp());
        values.put("organisation", plain(sender.organisation()));
        values.put("replyTo", sender.replyTo());
        values.put("check", check);
        values.put("hasPhone", sender.phone() != null);
        values.put("phone", sender.phone() == null ? "" : sender.phone());
        values.put("suspected", notice.suspected());
        for (var reason : Notice.Reason.values()) {
            values.put(reason.id(), notice.reason() == reason);
        }
        values.put("table", notice.recipient().format() == Format.CSV);
        values.put("reports", notice.recipient().format() == Format.XARF);
        var servers = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < notice.lines().size(); i++) {
            servers.add(server(notice.lines().get(i), facts.get(i)));
        }
        values.put("servers", servers);
        return template.fill(values);
    }

    private static Map<String, Object> server(Notice.Line line, Facts facts) {
        var values = new HashMap<String, Object>();
        var where = line.where();
        values.put("where", plain(where.display()));
        values.put("hasHost", where.host() != null && !where.host().equals(where.ip()));
        values.put("host", where.host() == null ? "" : plain(where.host()));
        values.put("hasName", where.name() != null);
        values.put("name", where.name() == null ? "" : plain(where.name()));
        values.put("id", line.server());
        values.put("hasBuild", facts.build() != null);
        values.put("build", facts.build() == null ? "" : facts.build());
        values.put("product", facts.product() == null ? "" : facts.product());
        values.put("hasProduct", facts.product() != null);
        values.put("seen", TIME.format(facts.seen()));
        values.put("since", line.since().toString());
        values.put("sure", facts.confidence() == Confidence.HIGH);
        values.put("unsure", facts.confidence() != Confidence.HIGH);
        values.put("hasUpdate", facts.update() != null);
        values.put("update", facts.update() == null ? "" : facts.update());
        values.put("updateBuild", facts.updateBuild() == null ? "" : facts.updateBuild());
        values.put("noUpdate", facts.update() == null && facts.build() != null);
        values.put("hasUpgrade", facts.upgrade() != null);
        values.put("upgrade", facts.upgrade() == null ? "" : facts.upgrade());
        values.put("brokenInto", line.suspected());
        values.put("again", line.reason() == Notice.Reason.REGRESSED);
        return values;
    }

    /// Text from outside, or from a list: on one line, without what a terminal or a reader of mail would obey.
    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .limit(200)
                .forEach(c -> plain.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c));
        return plain.toString();
    }
}
