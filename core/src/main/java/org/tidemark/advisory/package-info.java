// SPDX-License-Identifier: Apache-2.0
/// What is known: releases, fixes, advisories and settings, and the verdicts that follow from them.
///
/// Start with [org.tidemark.advisory.Assessor]; [org.tidemark.advisory.Catalogue] is what it asks. No product is named
/// here: products come from knowledge packs.
@NullMarked
package org.tidemark.advisory;

import org.jspecify.annotations.NullMarked;
