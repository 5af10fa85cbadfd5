// SPDX-License-Identifier: Apache-2.0
/// The command line: one class a command, and the ways rows are written. Commands wire and print; they decide nothing.
@NullMarked
package org.tidemark.app.cli;

import org.jspecify.annotations.NullMarked;
