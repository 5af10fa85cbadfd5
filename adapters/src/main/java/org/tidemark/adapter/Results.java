// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.tidemark.exposure.Observation;
import org.tidemark.fault.Problem;

/// Takes what reading gives, in the order of the input whatever number of threads read it. Called from one thread.
public interface Results {
    void observation(Observation observation);

    void problem(Problem problem);

    /// Records that hold nothing a pack could recognise and were not looked at further.
    void unread(long records);

    /// Bytes of the input, as they lie on disk, that have been read since the last call.
    default void progress(long bytes) {}
}
