// SPDX-License-Identifier: Apache-2.0
/// Who collected evidence, and what his program says of it: which collector a folder or archive is of, where each file
/// lay on the server, what the server is called, and what was not taken. `Recognition` has the order of the tests.
@NullMarked
package org.tidemark.adapter.collector;

import org.jspecify.annotations.NullMarked;
