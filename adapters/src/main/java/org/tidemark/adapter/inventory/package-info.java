// SPDX-License-Identifier: Apache-2.0
/// Reads exports of server lists and file versions, as administrators make them with PowerShell.
@NullMarked
package org.tidemark.adapter.inventory;

import org.jspecify.annotations.NullMarked;
