// SPDX-License-Identifier: Apache-2.0
/// Findings as events of the Open Cybersecurity Schema Framework 1.8.0, one a line: `vulnerability_finding` (2002) for
/// flaws, `detection_finding` (2004) for what hunts and feeds say of intruders.
@NullMarked
package org.tidemark.adapter.ocsf;

import org.jspecify.annotations.NullMarked;
