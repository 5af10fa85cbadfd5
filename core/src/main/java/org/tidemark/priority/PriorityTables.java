// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

/// The tables by which a queue is sorted.
///
/// @param timelines CISA BOD 26-04: how soon to fix, and whether to investigate
/// @param deployer SSVC for whoever runs the server
/// @param coordinator CISA's for whoever coordinates
public record PriorityTables(DecisionTable timelines, DecisionTable deployer, DecisionTable coordinator) {
    public static final String KEV = "cisa:KEV:1.0.0";
    public static final String PUBLICLY_EXPOSED = "cisa:PE:1.0.0";
    public static final String AUTOMATABLE = "ssvc:A:2.0.0";
    public static final String TECHNICAL_IMPACT = "ssvc:TI:1.0.0";
    public static final String EXPLOITATION = "ssvc:E:1.1.0";
    public static final String SYSTEM_EXPOSURE = "ssvc:EXP:1.0.1";
    public static final String HUMAN_IMPACT = "ssvc:HI:2.0.2";
    public static final String MISSION_IMPACT = "ssvc:MWI:1.0.0";
}
