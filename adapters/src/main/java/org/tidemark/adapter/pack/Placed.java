// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

/// Something read, and the cell that names it, so that a later check can point at its line.
record Placed<T>(T item, Cell at) {}
