// SPDX-License-Identifier: Apache-2.0
/// Reads the HTTP studies of Rapid7's Project Sonar.
@NullMarked
package org.tidemark.adapter.sonar;

import org.jspecify.annotations.NullMarked;
