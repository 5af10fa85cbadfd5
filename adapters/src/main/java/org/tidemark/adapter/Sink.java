// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Takes what a reader finds, in the order of the input.
public interface Sink {
    void sighting(Sighting sighting);

    void problem(Problem problem);
}
