// SPDX-License-Identifier: Apache-2.0
/// What was seen, and what it means: sightings, fingerprints, observations and the exposure of servers.
///
/// A reader turns a record of some tool into a [org.tidemark.exposure.Sighting]; the
/// [org.tidemark.exposure.Identifier] turns that into an [org.tidemark.exposure.Observation] by the fingerprints of
/// the packs; the [org.tidemark.exposure.ServerAssessor] asks for the verdicts.
@NullMarked
package org.tidemark.exposure;

import org.jspecify.annotations.NullMarked;
