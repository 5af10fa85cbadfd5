// SPDX-License-Identifier: Apache-2.0
/// Reads reports and exports of Exchange HealthChecker: PowerShell's CLIXML, and its vulnerability report in JSON.
@NullMarked
package org.tidemark.adapter.healthchecker;

import org.jspecify.annotations.NullMarked;
