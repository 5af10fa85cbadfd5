// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.Rendering;

/// Writes exports of PowerShell objects for tests.
final class CliXmlText {
    private CliXmlText() {}

    static String object(String name, String... members) {
        return "<Obj N='" + name + "' RefId='x'><MS>" + String.join("", members) + "</MS></Obj>";
    }

    static String list(String name, String... elements) {
        return "<Obj N='" + name + "' RefId='x'><LST>" + String.join("", elements) + "</LST></Obj>";
    }

    static String element(String... members) {
        return "<Obj RefId='x'><MS>" + String.join("", members) + "</MS></Obj>";
    }

    /// An object of which nothing is left but its text.
    static String cut(String name) {
        return "<Obj N='" + name + "' RefId='x'><ToString>@{...}</ToString></Obj>";
    }

    static String value(String name, Object value) {
        return "<S N='" + name + "'>" + value + "</S>";
    }

    static String nil(String name) {
        return "<Nil N='" + name + "' />";
    }

    static String document(String... elements) {
        return "<Objs Version='1.1.0.1' xmlns='http://schemas.microsoft.com/powershell/2004/04'>"
                + String.join("", elements) + "</Objs>";
    }

    static List<PsObject> read(String document) throws IOException, BadRecord {
        return CliXml.read(Document.inside(document.getBytes(StandardCharsets.UTF_8)));
    }

    /// The settings that a report with these members shows, as `name=value`.
    static List<String> settings(String... reportMembers) throws IOException, BadRecord {
        var report = document(element(
                object("HealthCheckerExchangeServer", value("ServerName", "EX01"), String.join("", reportMembers))));
        var rendering = new Rendering();
        new HealthCheckerFormat().read(Document.inside(report.getBytes(StandardCharsets.UTF_8)), rendering);
        return rendering
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("setting "))
                .map(line -> line.substring(8))
                .toList();
    }
}
