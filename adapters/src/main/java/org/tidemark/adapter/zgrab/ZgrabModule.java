// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.zgrab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.Times;
import org.tidemark.exposure.Evidence;

/// What one module found.
///
/// @param askedPort the port of the first request's URL
/// @param evidence the answers in the order they came: redirects first, the last answer last
/// @param certificate that of the first answer, which came from the target itself
record ZgrabModule(
        @Nullable Integer port,
        @Nullable Integer askedPort,
        @Nullable Instant seenAt,
        List<Evidence> evidence,
        Certificate certificate) {

    private record Result(
            @Nullable ZgrabAnswer last,
            List<ZgrabAnswer> redirects,
            @Nullable String banner) {
        static final Result NONE = new Result(null, List.of(), null);
    }

    static ZgrabModule read(JsonCursor json) {
        String protocol = null;
        String error = null;
        Integer port = null;
        Instant seenAt = null;
        var result = Result.NONE;
        json.enterObject();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "protocol" -> protocol = json.text();
                case "error" -> error = json.text();
                case "port" -> port = json.port();
                case "timestamp" -> seenAt = Times.instant(json.text());
                case "result" -> result = readResult(json);
                default -> {}
            }
        }
        return of(result, protocol, error, port, seenAt);
    }

    /// A result stands under every status: `application-error` says only that something about the answer
    /// displeased.
    private static Result readResult(JsonCursor json) {
        ZgrabAnswer last = null;
        var redirects = new ArrayList<ZgrabAnswer>();
        String banner = null;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                switch (name) {
                    case "response" -> last = json.isObject() ? ZgrabAnswer.read(json) : null;
                    case "redirect_response_chain" -> readChain(json, redirects);
                    case "banner" -> banner = json.text();
                    default -> {}
                }
            }
        }
        return new Result(last, redirects, banner);
    }

    private static void readChain(JsonCursor json, List<ZgrabAnswer> redirects) {
        if (json.enterArray()) {
            while (json.element()) {
                if (json.isObject()) {
                    redirects.add(ZgrabAnswer.read(json));
                }
            }
        }
    }

    private static ZgrabModule of(
            Result result,
            @Nullable String protocol,
            @Nullable String error,
            @Nullable Integer port,
            @Nullable Instant seenAt) {
        var answers = new ArrayList<>(result.redirects());
        if (result.last() != null) {
            answers.add(isReadLimit(error) ? result.last().cut() : result.last());
        }
        var evidence = new ArrayList<Evidence>();
        answers.forEach(answer -> evidence.add(answer.http()));
        var service = mailService(protocol);
        if (result.banner() != null && service != null) {
            evidence.add(new Evidence.Banner(service, result.banner()));
        }
        var first = answers.isEmpty() ? null : answers.getFirst();
        return new ZgrabModule(
                port,
                first == null ? null : first.port(),
                seenAt,
                evidence,
                first == null ? Certificate.NONE : first.certificate());
    }

    /// `--read-limit-per-host`, 96 KB by default, ends a conversation in the middle of a page (zmap/zgrab2 issue
    /// 394).
    private static boolean isReadLimit(@Nullable String error) {
        return error != null && error.toLowerCase(Locale.ROOT).contains("read limit");
    }

    private static @Nullable String mailService(@Nullable String protocol) {
        return switch (protocol == null ? "" : protocol) {
            case "smtp" -> "smtp";
            case "imap" -> "imap";
            case "pop3" -> "pop3";
            default -> null;
        };
    }
}
