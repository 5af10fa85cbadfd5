// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.LocalDate;
import java.util.List;

/// A wave of exploitation, as far as a hunt needs to know it.
///
/// @param name its name
/// @param title its name for people
/// @param cves the flaws that it uses
/// @param from the day from which a hunt must look
/// @param logsCanShow whether any log can show it
public record HuntCampaign(String name, String title, List<String> cves, LocalDate from, boolean logsCanShow) {
    public HuntCampaign {
        cves = List.copyOf(cves);
    }
}
