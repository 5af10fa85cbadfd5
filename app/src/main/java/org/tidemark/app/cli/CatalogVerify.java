// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import picocli.CommandLine.Command;

/// `tidemark catalog verify`: reads the packs and says whether they hold together.
@Command(
        name = "verify",
        description = "Check that the packs hold together; every fault is told with file and line. --pack DIR checks"
                + " the pack in a folder.")
final class CatalogVerify extends PackCommand {
    CatalogVerify(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        // Only a hunt reads these; what is wrong with them ends the command with file and cause, as in a hunt.
        new HuntRules().addPacks(knowledge);
        Advice.of(knowledge);
        for (var pack : knowledge.packs()) {
            answer.row(Row.of("verified")
                    .put("id", pack.id())
                    .put("version", pack.version())
                    .put("sha256", pack.sha256())
                    .put("stale", answer.isStale(pack)));
            if (answer.forPeople()) {
                answer.people().println(pack.id() + " " + pack.version() + " holds together; sha256 " + pack.sha256());
            }
        }
        return answer.finish(Row.of("summary"));
    }
}
