// SPDX-License-Identifier: Apache-2.0
/// Logs of rows with a header of fields: the W3C extended format of web servers, and logs of comma-separated rows under
/// a `#Fields` line.
@NullMarked
package org.tidemark.adapter.fieldlog;

import org.jspecify.annotations.NullMarked;
