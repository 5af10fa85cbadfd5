// SPDX-License-Identifier: Apache-2.0
/// What can go wrong, in four forms: a bug is a JDK exception, a command that cannot go on is a
/// [org.tidemark.fault.TidemarkException], a bad line or file is a [org.tidemark.fault.Problem], and an outcome that
/// callers branch on is a sealed result of their own.
@NullMarked
package org.tidemark.fault;

import org.jspecify.annotations.NullMarked;
