// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;

/// Between the point before this day and this day something about the looking changed, so that the numbers must not be
/// joined by a line.
///
/// @param reason a sentence
public record Break(LocalDate date, String reason) {}
