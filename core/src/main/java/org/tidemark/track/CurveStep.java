// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Band;

/// A step of a curve of those that are still vulnerable.
///
/// @param day of the step
/// @param time days since the cohort's first day
/// @param survival the share still vulnerable after it
/// @param band null where the method gives none
/// @param gone the share that was gone by then; NaN where the method does not tell
public record CurveStep(
        String group,
        LocalDate day,
        double time,
        double survival,
        @Nullable Band band,
        double gone,
        String method) {}
