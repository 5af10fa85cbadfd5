// SPDX-License-Identifier: Apache-2.0
/// Decision points of SSVC as selection lists (schema SelectionList 2.0.0 of CERT/CC).
@NullMarked
package org.tidemark.adapter.ssvc;

import org.jspecify.annotations.NullMarked;
