// SPDX-License-Identifier: Apache-2.0

/// What can be said of times and counts that were only seen in part: when servers were patched, how many are left, how
/// many there are.
///
/// Pure arithmetic that knows no server. Times are numbers in whatever unit the caller counts in, days as a rule; a
/// rate is then one a day. Every class names the paper that its formula is from. The order of the input and how its
/// weights are split never changes an answer.
///
/// - times inside intervals between scans: [org.tidemark.estimate.Turnbull]
/// - times that are known or cut off: [org.tidemark.estimate.KaplanMeier]; with several ends:
///   [org.tidemark.estimate.AalenJohansen]; groups against each other: [org.tidemark.estimate.LogRank]
/// - what is read off a curve: [org.tidemark.estimate.HalfLife], [org.tidemark.estimate.Plateau],
///   [org.tidemark.estimate.Forecast]
/// - how many there are, from two lists: [org.tidemark.estimate.Chapman]
@NullMarked
package org.tidemark.estimate;

import org.jspecify.annotations.NullMarked;
