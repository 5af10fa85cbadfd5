// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import org.tidemark.adapter.published.PublishedCount;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.track.Estimate;
import org.tidemark.track.Estimates;
import org.tidemark.track.Point;
import org.tidemark.track.Trend;

/// What was found about a population over time, before it is shown in one form or another.
///
/// @param catalogue of the pack that the campaign is of
/// @param numbers the estimates, a forecast among them where one was asked for
/// @param by what the servers are divided by; empty where they are not
/// @param published what others counted
/// @param lookedUpIn files in which countries and networks were looked up
record TrendResult(
        Campaign campaign,
        Catalogue catalogue,
        Trend trend,
        Estimates estimates,
        List<Estimate> numbers,
        String by,
        List<PublishedCount> published,
        List<LookUp.Used> lookedUpIn) {
    static final String ALL = "all";

    TrendResult {
        numbers = List.copyOf(numbers);
        published = List.copyOf(published);
        lookedUpIn = List.copyOf(lookedUpIn);
    }

    /// The points of the whole population, or of the whole cohort.
    List<Point> whole(Point.Series series) {
        return trend.points().stream()
                .filter(point -> point.series() == series && point.group().equals(ALL))
                .toList();
    }

    boolean isDivided() {
        return !by.isEmpty();
    }
}
