// SPDX-License-Identifier: Apache-2.0
/// The store as one DuckDB file in a data folder.
@NullMarked
package org.tidemark.adapter.duckdb;

import org.jspecify.annotations.NullMarked;
