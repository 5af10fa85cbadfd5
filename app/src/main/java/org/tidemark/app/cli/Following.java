// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import org.tidemark.run.Store;

/// Tells somebody who watches which day of the population is being followed.
final class Following implements Store.Watch {
    private final Answer answer;

    Following(Answer answer) {
        this.answer = answer;
    }

    @Override
    public void day(LocalDate day, int done, int all) {
        answer.doing("following the servers, " + day + " (" + (done + 1) + " of " + all + ")");
    }

    @Override
    public void done(int all) {
        answer.doing("");
    }
}
