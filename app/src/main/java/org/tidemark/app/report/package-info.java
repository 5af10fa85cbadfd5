// SPDX-License-Identifier: Apache-2.0
/// Pages for people: one self-contained HTML file that needs no network.
@NullMarked
package org.tidemark.app.report;

import org.jspecify.annotations.NullMarked;
