// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.grouping.GroupFile;
import org.tidemark.adapter.grouping.Grouping;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.track.TrendQuestion.Dimension;
import org.tidemark.track.TrendQuestion.Where;
import picocli.CommandLine.Option;

/// What a population is divided by.
final class GroupOptions {
    private static final Map<String, Dimension> OF_THE_STORE = Map.of(
            "country", Dimension.COUNTRY,
            "as", Dimension.AS,
            "sector", Dimension.SECTOR,
            "product", Dimension.PRODUCT,
            "branch", Dimension.BRANCH,
            "support", Dimension.SUPPORT,
            "notified", Dimension.NOTIFIED);

    private static final List<String> ALL =
            List.of("country", "as", "product", "branch", "support", "sector", "constituency", "notified");
    private static final List<String> OF_A_LIST = List.of("sector", "constituency");
    private static final List<String> OF_AN_ADDRESS = List.of("country", "as");

    @Option(
            names = "--by",
            paramLabel = "DIM",
            description =
                    "Divide by country, as, product, branch, support, sector, constituency or notified. A server stays in"
                            + " the group of the branch on which it was first seen, and of the place where it was"
                            + " seen last. notified: whether its owner was told by --since.")
    @Nullable
    String by;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "Who is in which sector and constituency: CSV with any of the columns server, range, domain,"
                    + " asn, country and of sector, constituency. The most specific match wins. --by sector uses it"
                    + " where the scans name no sector.")
    @Nullable
    Path list;

    @Option(
            names = "--mmdb",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Where the scans do not name country or network, look the address up in these files of the"
                    + " MaxMind DB format.")
    List<Path> databases = new ArrayList<>();

    /// For a look before the work.
    ///
    /// @throws TidemarkException where what is asked for cannot be answered
    void check() {
        var name = name();
        if (by != null && !ALL.contains(name)) {
            throw TidemarkException.user(
                    "'" + Terminal.safe(name) + "' is nothing to divide by; there are " + String.join(", ", ALL) + ".");
        }
        if (name.equals("constituency") && list == null) {
            throw TidemarkException.user("Scans do not name constituencies: say who is in which with --groups FILE.");
        }
        if (list != null && !OF_A_LIST.contains(name)) {
            throw TidemarkException.user("--groups says sectors and constituencies; ask for one with --by sector or"
                    + " --by constituency.");
        }
        if (!databases.isEmpty() && list == null && !OF_AN_ADDRESS.contains(name)) {
            throw TidemarkException.user("--mmdb says countries and networks; ask for one with --by country or --by as,"
                    + " or give a list that names them with --groups.");
        }
    }

    Optional<Dimension> dimension() {
        if (by == null) {
            return Optional.empty();
        }
        boolean own = list != null || !databases.isEmpty();
        return Optional.of(own ? Dimension.GIVEN : OF_THE_STORE.getOrDefault(name(), Dimension.GIVEN));
    }

    /// What is divided by, as asked for; empty where nothing is.
    String name() {
        return by == null ? "" : by.toLowerCase(Locale.ROOT);
    }

    /// Which group a server is in, by the user's own files.
    Function<Where, @Nullable String> groups(Answer answer, LookUp lookUp) {
        var name = name();
        var file = list;
        if (file == null) {
            return name.equals("as")
                    ? where -> lookUp.fill(where).asn()
                    : where -> lookUp.fill(where).country();
        }
        var grouping = read(answer, file, name);
        return where ->
                name.equals("sector") && where.sector() != null ? where.sector() : grouping.of(lookUp.fill(where));
    }

    private static Grouping read(Answer answer, Path file, String column) {
        try (var in = Files.newInputStream(Asked.file(file))) {
            var read = GroupFile.read(in, file.toString(), column);
            read.problems().forEach(answer::problem);
            return read.items().getFirst();
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The file " + Terminal.safe(file.toString()) + " cannot be read.", e);
        }
    }
}
