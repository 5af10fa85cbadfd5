// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.time.LocalDate;

/// Which knowledge gave an answer.
///
/// @param id the pack's name, `family` of its observations
/// @param title its name for people
/// @param vendor who makes its products; empty where the pack does not say
/// @param version the version of its data
/// @param dataAsOf the day of its newest fact
/// @param sha256 the hash over all its files, lower-case hex
public record Pack(String id, String title, String vendor, String version, LocalDate dataAsOf, String sha256) {}
