// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.Optional;
import java.util.stream.Stream;

/// What sort of evidence a record comes from.
public enum Kind {
    IIS("iis", "web server logs"),
    HTTP_PROXY("httpproxy", "front-end proxy logs"),
    ECP("ecp", "control panel logs"),
    OAB("oab", "address book generator logs"),
    CMDLET("cmdlet", "cmdlet logs"),
    RPS("rps", "remote PowerShell logs"),
    REQUEST_FILTERING("request-filtering", "request filtering logs"),
    EVENT_LOG("eventlog", "Windows event logs"),
    SCANNER("scanner", "logs of a malware scanner"),
    TASK("task", "scheduled tasks"),
    FILE("file", "files of the web site"),
    CONFIG("config", "configuration files");

    private final String id;
    private final String title;

    Kind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// Its name in rules and answers.
    public String id() {
        return id;
    }

    /// Its name for people, in the plural.
    public String title() {
        return title;
    }

    /// Whether its records are of several logs that are collected, and missing, each on its own.
    public boolean hasChannels() {
        return this == EVENT_LOG;
    }

    /// Whether its records tell what happened, and not what is there now or what a scan of some later
    /// day found.
    boolean tellsEvents() {
        return switch (this) {
            case IIS, HTTP_PROXY, ECP, OAB, CMDLET, RPS, REQUEST_FILTERING, EVENT_LOG -> true;
            case SCANNER, TASK, FILE, CONFIG -> false;
        };
    }

    /// The kind of this name.
    public static Optional<Kind> of(String id) {
        return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
