// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.sidefile.DeclaredValues;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.ScanDeclaration;
import picocli.CommandLine.Option;

/// What a scan covered, where no side file says it; an option counts more than a side file.
final class ScanOptions {
    @Option(names = "--sensor", paramLabel = "NAME", description = "Who looked.")
    @Nullable
    String sensor;

    @Option(names = "--method", paramLabel = "NAME", description = "How it looked.")
    @Nullable
    String method;

    @Option(names = "--ports", paramLabel = "PORT", split = ",", description = "The ports that were asked.")
    List<String> ports = new ArrayList<>();

    @Option(names = "--ranges", paramLabel = "CIDR", split = ",", description = "The ranges that were asked.")
    List<String> ranges = new ArrayList<>();

    @Option(
            names = "--complete",
            arity = "0..1",
            paramLabel = "true|false",
            fallbackValue = "true",
            description = "Whether all of it was asked. Only then is a server that is missing gone.")
    @Nullable
    String complete;

    @Option(names = "--started-at", paramLabel = "TIME", description = "When the scan began, 2021-03-09T12:00:00Z.")
    @Nullable
    String startedAt;

    @Option(names = "--ended-at", paramLabel = "TIME", description = "When the scan ended.")
    @Nullable
    String endedAt;

    /// @throws TidemarkException where a value is none
    ScanDeclaration declaration() {
        var values = new LinkedHashMap<String, List<String>>();
        put(values, "sensor", sensor);
        put(values, "method", method);
        put(values, "complete", complete);
        put(values, "startedAt", startedAt);
        put(values, "endedAt", endedAt);
        values.put("ports", ports);
        values.put("ranges", ranges);
        try {
            return DeclaredValues.read(values);
        } catch (DeclaredValues.Unfit e) {
            throw new TidemarkException(ErrorCode.USER, Terminal.safe(String.valueOf(e.getMessage())), e);
        }
    }

    private static void put(Map<String, List<String>> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, List.of(value));
        }
    }
}
