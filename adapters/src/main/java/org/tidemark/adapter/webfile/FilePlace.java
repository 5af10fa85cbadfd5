// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.webfile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidemark.adapter.Origin;

/// Where a file lay, and what that says of it.
///
/// @param path with `\`, from the drive on where that is known
/// @param archived whether it lies in an archive that lay there, so that no web server runs it
record FilePlace(String path, boolean archived) {
    /// What a web server runs as a program, or sends to be run by a browser.
    private static final Set<String> PAGES = Set.of(
            "aspx", "ashx", "asmx", "asp", "asax", "ascx", "asa", "cer", "cshtml", "vbhtml", "master", "svc", "soap",
            "rem", "aspq", "xamlx", "php", "jsp", "jspx", "js", "htm", "html", "shtml");
    private static final List<String> WEB =
            List.of("\\inetpub\\wwwroot\\", "\\frontend\\httpproxy\\", "\\clientaccess\\");
    private static final String COMPILED = "\\temporary asp.net files\\";
    /// `name.aspx.1a2b3c4d.compiled`
    private static final Pattern PAGE_OF = Pattern.compile("(?i)^(.+\\.[a-z]{3,6})\\.[0-9a-f]{6,16}\\.compiled$");

    /// What parts a member from its archive; any other `!` is a letter of a name.
    private static final Pattern IN_ARCHIVE = Pattern.compile("(?i)(\\.(?:zip|7z|rar|cab|tar|tgz|gz|zst|xz))!");

    static FilePlace of(Origin origin) {
        var path = origin.path();
        if (path == null) {
            path = IN_ARCHIVE
                    .matcher(origin.file())
                    .replaceAll("$1/")
                    .replace('/', '\\')
                    .replace("%20", " ");
        }
        return new FilePlace(path, origin.archived());
    }

    /// A row of a list, which may name a member of an archive.
    static FilePlace listed(String path) {
        return new FilePlace(path, IN_ARCHIVE.matcher(path).find());
    }

    String name() {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    String extension() {
        var name = name();
        int point = name.lastIndexOf('.');
        return point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    }

    private String folder() {
        int end = path.lastIndexOf('\\');
        return end < 0 ? "" : path.substring(0, end + 1);
    }

    boolean isPage() {
        return PAGES.contains(extension());
    }

    boolean isBelowWeb() {
        var lower = path.toLowerCase(Locale.ROOT);
        return WEB.stream().anyMatch(lower::contains);
    }

    boolean isCompiled() {
        var name = name().toLowerCase(Locale.ROOT);
        return name.endsWith(".compiled")
                || (name.startsWith("app_web_")
                        && name.endsWith(".dll")
                        && path.toLowerCase(Locale.ROOT).contains(COMPILED));
    }

    /// The fields that the place alone gives.
    Map<String, List<String>> fields() {
        var fields = new HashMap<String, List<String>>();
        fields.put("path", List.of(path));
        fields.put("name", List.of(name()));
        fields.put("extension", List.of(extension()));
        fields.put("folder", List.of(folder()));
        if (archived) {
            fields.put("archived", List.of("yes"));
        }
        var page = PAGE_OF.matcher(name());
        if (page.matches()) {
            fields.put("compiledpage", List.of(page.group(1)));
        }
        return fields;
    }
}
