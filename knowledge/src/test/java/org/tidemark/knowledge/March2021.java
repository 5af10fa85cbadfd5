// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import java.util.List;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.ScenarioFiles;
import org.tidemark.adapter.simulation.ReadScenario;
import org.tidemark.run.ScenarioText;

/// The scenario that comes with the pack.
final class March2021 {
    static final ScenarioText TEXT = texts().getFirst();
    static final ReadScenario READ = ReadScenario.read(TEXT.place(), TEXT.sheet(), TEXT.mix());

    private March2021() {}

    private static List<ScenarioText> texts() {
        return ScenarioFiles.read(PackFiles.bundled(March2021.class.getClassLoader(), "exchange"));
    }
}
