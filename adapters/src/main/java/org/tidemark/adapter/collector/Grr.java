// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What GRR leaves: `<client id>/fs/{os, tsk, temp}/<path>` beside a list of all files.
final class Grr implements Layout {
    private @Nullable String host;

    Grr(Folder folder, Records records) {
        for (var client : folder.folders()) {
            var info = client.file("client_info.yaml");
            if (info != null) {
                var text = records.text(info);
                var named = Records.labelled(text, List.of("fqdn:", "system_fqdn:", "hostname:", "node:"));
                host = named == null ? null : named.replaceAll("^[\"']|[\"']$", "");
            }
        }
    }

    @Override
    public @Nullable String host() {
        return host;
    }

    @Override
    public @Nullable String path(String name) {
        var parts = Paths.parts(name);
        boolean file = parts.size() > 4 && parts.get(1).toLowerCase(Locale.ROOT).equals("fs");
        return file ? Paths.withDrive(parts.subList(3, parts.size())) : null;
    }
}
