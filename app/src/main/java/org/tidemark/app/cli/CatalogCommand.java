// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `tidemark catalog …`: what the loaded knowledge packs say.
public final class CatalogCommand {
    private CatalogCommand() {}

    static CommandLine tree(Invocation invocation, Packs packs) {
        var tree = new CommandLine(new Overview(invocation, packs));
        tree.addSubcommand(new Products(invocation, packs));
        tree.addSubcommand(new Releases(invocation, packs));
        tree.addSubcommand(new Flaws(invocation, packs));
        tree.addSubcommand(new Campaigns(invocation, packs));
        tree.addSubcommand(new Settings(invocation, packs));
        tree.addSubcommand(new CatalogShow(invocation, packs));
        tree.addSubcommand(new CatalogVerify(invocation, packs));
        return tree;
    }

    /// One list of the catalogue.
    abstract static class Listing extends PackCommand {
        Listing(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        abstract Table head();

        abstract int list(Catalogue catalogue, Answer answer, Table table);

        @Override
        int answer(Answer answer) {
            var table = head();
            int rows = 0;
            for (var family : answer.knowledge().families()) {
                rows += list(family.catalogue(), answer, table);
            }
            if (answer.forPeople()) {
                table.print(answer.people(), answer.terminal(), -1);
            }
            return answer.finish(Row.of("summary").put("rows", rows));
        }
    }

    @Command(name = "catalog", description = "Show what the loaded knowledge packs say.")
    static final class Overview extends Listing {
        Overview(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        Table head() {
            return new Table("PACK", "VERSION", "DATA OF", "HOLDS");
        }

        @Override
        int list(Catalogue catalogue, Answer answer, Table table) {
            var pack = catalogue.pack();
            var counts = new LinkedHashMap<String, Object>();
            counts.put("products", catalogue.products().size());
            counts.put("releases", catalogue.releases().size());
            counts.put("branches", catalogue.branches().size());
            counts.put("advisories", catalogue.advisories().size());
            counts.put("fixes", catalogue.fixes().size());
            counts.put("settings", catalogue.settings().size());
            counts.put("campaigns", catalogue.campaigns().size());
            counts.put("mitigations", catalogue.mitigations().size());
            counts.put("corrections", catalogue.corrections().size());
            var row = Row.of("pack")
                    .put("id", pack.id())
                    .put("title", pack.title())
                    .put("version", pack.version())
                    .put("dataAsOf", pack.dataAsOf())
                    .put("sha256", pack.sha256());
            counts.forEach(row::put);
            answer.row(row);
            var words = counts.entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey())
                    .toList();
            table.row(
                    Terminal.Ink.STRONG,
                    pack.id(),
                    pack.version(),
                    pack.dataAsOf().toString(),
                    String.join(", ", words) + "; sha256 " + pack.sha256().substring(0, 12));
            return 1;
        }
    }

    @Command(name = "products", description = "List the products.")
    static final class Products extends Listing {
        Products(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        Table head() {
            return new Table("PRODUCT", "SHORT", "RELEASED", "SUPPORT");
        }

        @Override
        int list(Catalogue catalogue, Answer answer, Table table) {
            for (var product : catalogue.products()) {
                answer.row(Row.of("product")
                        .put("id", product.id())
                        .put("name", product.name())
                        .put("released", product.released())
                        .put("kind", product.kind())
                        .put(
                                "support",
                                product.support().stream()
                                        .map(CatalogCommand::phase)
                                        .toList())
                        .put("continues", product.continues()));
                table.row(
                        Terminal.Ink.STRONG,
                        product.name(),
                        product.id(),
                        String.valueOf(product.released() == null ? "" : product.released()),
                        String.join(
                                "; ",
                                product.support().stream()
                                        .map(p -> p.state().label() + " until " + p.until()
                                                + (p.branches().isEmpty()
                                                        ? ""
                                                        : " (" + String.join(", ", p.branches()) + ")"))
                                        .toList()));
            }
            return catalogue.products().size();
        }
    }

    private static Map<String, Object> phase(Product.SupportPhase phase) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("state", phase.state().label());
        fields.put("until", phase.until());
        fields.put("branches", phase.branches());
        return fields;
    }

    @Command(name = "releases", description = "List the releases, oldest first.")
    static final class Releases extends Listing {
        @CommandLine.Option(
                names = "--branch",
                paramLabel = "BRANCH",
                description = "Only this branch, '2016 CU19', or product.")
        @Nullable
        String branch;

        Releases(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        Table head() {
            return new Table("BUILD", "RELEASED", "KB", "RELEASE");
        }

        @Override
        int list(Catalogue catalogue, Answer answer, Table table) {
            int rows = 0;
            for (var release : catalogue.releases()) {
                if (wanted(release)) {
                    answer.row(ShowRows.release(release));
                    table.row(
                            Terminal.Ink.STRONG,
                            release.build().toString(),
                            String.valueOf(release.released() == null ? "" : release.released()),
                            release.packages().display(),
                            release.name()
                                    + (release.isAlias() ? " (another number of " + release.aliasOf() + ")" : ""));
                    rows++;
                }
            }
            return rows;
        }

        private boolean wanted(Release release) {
            return branch == null
                    || release.branch().toString().equalsIgnoreCase(branch)
                    || release.branch().product().equalsIgnoreCase(branch);
        }
    }

    @Command(name = "cves", description = "List the flaws that the packs know.")
    static final class Flaws extends Listing {
        Flaws(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        Table head() {
            return new Table("CVE", "PUBLISHED", "EXPLOITED", "KEV", "TITLE");
        }

        @Override
        int list(Catalogue catalogue, Answer answer, Table table) {
            for (var advisory : catalogue.advisories()) {
                answer.row(ShowRows.advisory(advisory));
                table.row(
                        Terminal.Ink.STRONG,
                        advisory.cve().toString(),
                        text(advisory.published()),
                        text(advisory.exploitedSince()),
                        advisory.kev() == null ? "" : advisory.kev().added().toString(),
                        advisory.title().isEmpty() && advisory.recordOnly()
                                ? "(named for the record)"
                                : title(advisory));
            }
            return catalogue.advisories().size();
        }

        private static String title(Advisory advisory) {
            return advisory.title();
        }
    }

    @Command(name = "campaigns", description = "List the campaigns: named waves of exploitation.")
    static final class Campaigns extends Listing {
        Campaigns(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        Table head() {
            return new Table("CAMPAIGN", "EXPLOITED SINCE", "FLAWS");
        }

        @Override
        int list(Catalogue catalogue, Answer answer, Table table) {
            for (Campaign campaign : catalogue.campaigns()) {
                answer.row(ShowRows.campaign(campaign));
                table.row(
                        Terminal.Ink.STRONG,
                        campaign.name(),
                        text(campaign.firstExploited()),
                        String.join(
                                ", ",
                                campaign.cves().stream().map(Object::toString).toList()));
            }
            return catalogue.campaigns().size();
        }
    }

    @Command(name = "settings", description = "List the settings that decide flaws.")
    static final class Settings extends Listing {
        Settings(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        Table head() {
            return new Table("SETTING", "VALUES AND MEANING");
        }

        @Override
        int list(Catalogue catalogue, Answer answer, Table table) {
            for (Setting setting : catalogue.settings()) {
                answer.row(ShowRows.setting(setting));
                table.row(
                        Terminal.Ink.STRONG,
                        setting.name(),
                        String.join("|", setting.values()) + ": " + setting.meaning());
            }
            return catalogue.settings().size();
        }
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
