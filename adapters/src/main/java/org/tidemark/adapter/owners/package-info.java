// SPDX-License-Identifier: Apache-2.0
/// Reads who owns what: lists that somebody keeps by hand, answers of address registries, and security.txt
/// files. Nothing
/// is fetched from anywhere.
@NullMarked
package org.tidemark.adapter.owners;

import org.jspecify.annotations.NullMarked;
