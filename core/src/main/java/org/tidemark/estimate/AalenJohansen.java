// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The shares that each of several ends has come to, where the first end rules out the others: patched or gone.
///
/// Aalen and Johansen 1978: CIF_c(t) = Σ S(s−) · d_c/n over the event times s up to t, where S is the share to which
/// nothing has happened. To take the other ends for mere censoring (one minus [KaplanMeier]) says how many would be
/// patched if no server ever vanished, which is too many.
///
/// @param causes how many ends there are
public record AalenJohansen(int causes, List<Step> steps) {
    public AalenJohansen {
        steps = List.copyOf(steps);
    }

    /// @param survival the share to which nothing has happened by then
    /// @param incidence the share that each end has come to by then, of cause 1 first; these and survival sum to 1
    public record Step(double time, long atRisk, double survival, List<Double> incidence) {
        public Step {
            incidence = List.copyOf(incidence);
        }
    }

    public static AalenJohansen of(Collection<Spell> spells) {
        int causes = spells.stream().mapToInt(Spell::cause).max().orElse(0);
        var incidence = new double[causes];
        var steps = new ArrayList<Step>();
        double survival = 1;
        for (var row : RiskTable.of(spells).rows()) {
            long events = row.events();
            if (events == 0) {
                continue;
            }
            for (int c = 0; c < causes; c++) {
                incidence[c] += survival * row.byCause().get(c) / row.atRisk();
            }
            survival *= (double) (row.atRisk() - events) / row.atRisk();
            steps.add(new Step(
                    row.time(),
                    row.atRisk(),
                    survival,
                    Arrays.stream(incidence).boxed().toList()));
        }
        return new AalenJohansen(causes, steps);
    }

    /// The share that an end has come to by a time.
    ///
    /// @param cause from 1
    /// @throws IllegalArgumentException where there is no such cause
    public double incidenceAt(double time, int cause) {
        if (cause < 1 || cause > causes) {
            throw new IllegalArgumentException("no cause has the number " + cause);
        }
        double share = 0;
        for (var step : steps) {
            if (step.time() > time) {
                break;
            }
            share = step.incidence().get(cause - 1);
        }
        return share;
    }

    /// The share to which nothing has happened by a time.
    public double survivalAt(double time) {
        double share = 1;
        for (var step : steps) {
            if (step.time() > time) {
                break;
            }
            share = step.survival();
        }
        return share;
    }
}
