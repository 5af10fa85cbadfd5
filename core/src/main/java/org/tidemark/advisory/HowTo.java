// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

/// How an administrator finds out what a verdict still needs: commands of the pack's product.
///
/// @param build how to read the whole build number
/// @param packages how to see which updates are installed
public record HowTo(String build, String packages) {
    public static final HowTo UNSAID = new HowTo("the version of the installed program files", "the installed updates");
}
