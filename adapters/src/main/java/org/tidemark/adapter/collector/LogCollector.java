// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the server product's own log collector leaves: an archive a kind of log, whose original folder stands
/// in its debug
/// log, or else in the table `log-collector.csv`.
///
/// Folders below a kind's folder are archives by their last name only, whatever their depth.
final class LogCollector implements Layout {
    static final Set<String> SIGNS = Set.of(
            "httperr_logs",
            "httperr_logs.zip",
            "windows_event_logs",
            "windows_event_logs.zip",
            "exchange_server_data",
            "exchange_server_data.zip");
    static final String OWN_LOG = "exchangelogcollector-";

    private static final String INSTALLED = "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\";
    private static final Pattern COPIED =
            Pattern.compile("LogPath: '([^']{1,1000})'.{0,200}?CopyToThisLocation: '([^']{1,1000})'");
    private static final Pattern SITE = Pattern.compile("iis_(w3svc\\d+)_logs");
    private static final Pattern LOGGING = Pattern.compile("(?i)(.*\\\\)Logging\\\\.*");
    private static final Pattern AGAIN = Pattern.compile("-\\d+$");
    private static final Pattern NAMED = Pattern.compile("(?i)(.+)-\\d{2,4}(?:-\\d+)?");
    private static final List<String> NAMED_FILES =
            List.of("_msinfo.nfo", "_gcm.txt", "_hotfixinfo.txt", "_running_processes.txt", "_applicationhost.config");

    private final Map<String, String> sources = new HashMap<>();
    private String install = INSTALLED;
    private final @Nullable String host;

    /// @param names all names of the collection as they are spelled
    /// @param label what the collection is called
    LogCollector(Folder folder, List<String> names, String label, Records records) {
        for (var row : Table.bundled("log-collector.csv").rows()) {
            sources.put(row.getOrDefault("name", "").toLowerCase(Locale.ROOT), row.getOrDefault("source", ""));
        }
        folder.files(name -> name.startsWith(OWN_LOG) && name.contains("debug") && name.endsWith(".txt"))
                .forEach(name -> debug(records.text(name)));
        host = host(names, label);
    }

    private void debug(String text) {
        text.lines().limit(200_000).forEach(line -> {
            var copied = COPIED.matcher(line);
            if (copied.find()) {
                var source = copied.group(1).endsWith("\\")
                        ? copied.group(1).substring(0, copied.group(1).length() - 1)
                        : copied.group(1);
                var target = Paths.parts(copied.group(2).replace('\\', '/'));
                if (!target.isEmpty()) {
                    sources.put(target.getLast().toLowerCase(Locale.ROOT), source);
                }
                var logging = LOGGING.matcher(source);
                install = logging.matches() ? logging.group(1) : install;
            }
        });
    }

    /// Files of the collection begin with the server's name; else its archive does, before the month and day.
    private static @Nullable String host(List<String> names, String label) {
        var found = new TreeMap<String, Integer>();
        for (var name : names) {
            var last = name.substring(name.lastIndexOf('/') + 1);
            for (var end : NAMED_FILES) {
                if (last.toLowerCase(Locale.ROOT).endsWith(end) && last.length() > end.length()) {
                    found.merge(last.substring(0, last.length() - end.length()), 1, Integer::sum);
                }
            }
        }
        if (found.size() == 1) {
            return found.firstKey();
        }
        var named = NAMED.matcher(label);
        return found.isEmpty() && named.matches() ? named.group(1) : null;
    }

    @Override
    public @Nullable String host() {
        return host;
    }

    @Override
    public @Nullable String path(String name) {
        var parts = Paths.parts(name);
        if (parts.size() < 2) {
            return null;
        }
        return path(parts.getFirst(), parts.subList(1, parts.size()));
    }

    @Override
    public @Nullable String pathInside(String archive, String name) {
        var parts = new java.util.ArrayList<String>();
        for (var part : Paths.parts(archive)) {
            boolean zip = part.toLowerCase(Locale.ROOT).endsWith(".zip");
            parts.add(zip ? part.substring(0, part.length() - 4) : part);
        }
        parts.addAll(Paths.parts(name));
        return parts.size() < 2 ? null : path(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /// @param kind the folder or archive of one kind of log
    private @Nullable String path(String kind, List<String> rest) {
        var last = rest.getLast();
        if (kind.equalsIgnoreCase("Windows_Event_Logs")) {
            return last.toLowerCase(Locale.ROOT).endsWith(".evtx")
                    ? "C:\\Windows\\System32\\winevt\\Logs\\" + last
                    : null;
        }
        var source = source(kind.toLowerCase(Locale.ROOT));
        return source == null ? null : Paths.straight(source + "\\" + String.join("\\", rest));
    }

    private @Nullable String source(String kind) {
        var source = sources.get(kind);
        if (source == null) {
            source = sources.get(AGAIN.matcher(kind).replaceFirst(""));
        }
        var site = SITE.matcher(kind);
        if (source == null) {
            return site.matches()
                    ? "C:\\inetpub\\logs\\LogFiles\\" + site.group(1).toUpperCase(Locale.ROOT)
                    : null;
        }
        return source.replace("<install>", install).replace("%SystemRoot%", "C:\\Windows");
    }

    @Override
    public boolean isOwn(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(OWN_LOG);
    }
}
