// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.MailGreeting;
import org.tidemark.adapter.RawHttp;
import org.tidemark.adapter.WebAddress;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Header;
import org.tidemark.exposure.Evidence.HttpAnswer;

/// What the scripts of one port printed.
final class NmapScripts {
    private final @Nullable String path;
    private final List<Evidence> answers = new ArrayList<>();
    private final List<Evidence> statements = new ArrayList<>();
    private @Nullable String greeting;
    private @Nullable String computerName;
    private @Nullable LeafCertificate leaf;

    /// @param path the path that http-headers asked for
    NmapScripts(@Nullable String path) {
        this.path = path;
    }

    void read(XmlCursor xml) throws IOException, BadRecord {
        var id = xml.attribute("id");
        var output = xml.attribute("output");
        var details = ScriptDetails.read(xml);
        var text = output == null ? "" : output;
        switch (id == null ? "" : id) {
            // The path is that of the first request; the script may have followed redirects inside the host.
            case "http-headers" -> answers.add(headers(text));
            case "http-title" -> addTitle(text, details);
            case "ssl-cert" -> leaf = LeafCertificate.of(details);
            case "banner" -> greeting = text;
            default -> {
                if (details.get("NetBIOS_Computer_Name") != null) {
                    computerName = details.get("NetBIOS_Computer_Name");
                } else {
                    statements.addAll(StatedVersions.in(text, details));
                }
            }
        }
    }

    /// The output is the head without its first line, indented, and a last line in brackets that tells the method.
    private HttpAnswer headers(String output) {
        var head = new StringBuilder();
        output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("(Request type"))
                .forEach(line -> head.append(line).append('\n'));
        var raw = RawHttp.parse(head.toString());
        return new HttpAnswer(null, path, raw.status(), raw.headers(), "", false);
    }

    /// The title is all that is kept of a page; it stands in it as it stood there.
    private void addTitle(String output, ScriptDetails details) {
        var title = details.get("title");
        var target = details.get("redirect_url");
        var page = WebAddress.of(target);
        if (output.startsWith("Did not follow redirect to ") && target != null) {
            answers.add(new HttpAnswer(null, null, 302, List.of(new Header("location", target)), "", false));
        } else if (title != null) {
            answers.add(new HttpAnswer(page.host(), page.path(), 0, List.of(), "<title>" + title + "</title>", false));
        }
    }

    /// @param service nmap's name for the service
    List<Evidence> evidence(@Nullable String service) {
        var evidence = new ArrayList<>(answers);
        var mail = MailGreeting.service(service);
        if (greeting != null && mail != null) {
            evidence.add(new Evidence.Banner(mail, greeting));
        }
        evidence.addAll(statements);
        return evidence;
    }

    @Nullable
    String computerName() {
        return computerName;
    }

    @Nullable
    String certificate() {
        return leaf == null ? null : leaf.sha256();
    }

    @Nullable
    String certificateName() {
        return leaf == null ? null : leaf.name();
    }
}
