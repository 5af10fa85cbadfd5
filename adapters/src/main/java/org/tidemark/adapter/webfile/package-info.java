// SPDX-License-Identifier: Apache-2.0
/// Files of a web server: the pages and scripts that it runs, what it made of them when they were asked for,
/// and lists of
/// such files.
@NullMarked
package org.tidemark.adapter.webfile;

import org.jspecify.annotations.NullMarked;
