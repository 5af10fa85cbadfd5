// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// One manual page in roff (man(7)), made from the description of a command, so that both always say the same.
final class ManualPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    ManualPage(CommandSpec command) {
        this.command = command;
    }

    /// The name of the page, `tidemark-catalog-show`.
    String name() {
        return command.qualifiedName("-");
    }

    String roff(String version, String date) {
        page.append(".TH \"")
                .append(name().toUpperCase(java.util.Locale.ROOT))
                .append("\" \"1\" \"")
                .append(date)
                .append("\" \"tidemark ")
                .append(escaped(version))
                .append("\" \"Tidemark\"\n");
        section("NAME");
        line(name() + " \\- " + escaped(sentence(command.usageMessage().description())));
        section("SYNOPSIS");
        synopsis();
        section("DESCRIPTION");
        for (var text : command.usageMessage().description()) {
            line(escaped(text.formatted()));
        }
        parameters(command.positionalParameters());
        options(command.options());
        subcommands();
        footer();
        return page.toString();
    }

    private void section(String name) {
        page.append(".SH ").append(name).append('\n');
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void synopsis() {
        line("\\fB" + escaped(command.qualifiedName(" ")) + "\\fR"
                + (command.options().isEmpty() ? "" : " [\\fIOPTIONS\\fR]")
                + (command.subcommands().isEmpty() ? "" : " \\fICOMMAND\\fR")
                + String.join(
                        "",
                        command.positionalParameters().stream()
                                .map(p -> " \\fI" + escaped(p.paramLabel()) + "\\fR"
                                        + (p.arity().max() > 1 ? "..." : ""))
                                .toList()));
    }

    private void parameters(List<PositionalParamSpec> parameters) {
        for (var parameter : parameters) {
            line(".TP");
            line("\\fI" + escaped(parameter.paramLabel()) + "\\fR");
            line(escaped(String.join(" ", parameter.description())));
        }
    }

    private void options(List<OptionSpec> options) {
        if (options.isEmpty()) {
            return;
        }
        section("OPTIONS");
        for (var option : options) {
            var names = new ArrayList<String>();
            for (var name : option.names()) {
                names.add("\\fB" + escaped(name) + "\\fR");
            }
            var value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR";
            line(".TP");
            line(String.join(", ", names) + value);
            line(escaped(String.join(" ", option.description())));
        }
    }

    private void subcommands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        command.subcommands().forEach((name, sub) -> {
            line(".TP");
            line("\\fB" + escaped(name) + "\\fR");
            line(escaped(String.join(" ", sub.getCommandSpec().usageMessage().description())));
        });
    }

    private void footer() {
        section("EXIT STATUS");
        line("0: nothing found. 1: something is open or not decided. 2: a mistake in what was asked. 3: part of the");
        line("input could not be read, or something outside did not answer. 70: a bug.");
        if (command.parent() != null) {
            section("SEE ALSO");
            line("\\fB" + escaped(command.parent().qualifiedName("-")) + "\\fR(1)");
        }
    }

    private static String sentence(String[] description) {
        var text = String.join(" ", description);
        int end = text.indexOf(". ");
        var first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /// A backslash, a hyphen, and a dot or quote at the beginning of a line mean something to roff.
    private static String escaped(String text) {
        var safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
