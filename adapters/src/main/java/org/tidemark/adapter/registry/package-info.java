// SPDX-License-Identifier: Apache-2.0
/// The list of all readers. The one package that knows them all; none of them knows it.
@NullMarked
package org.tidemark.adapter.registry;

import org.jspecify.annotations.NullMarked;
