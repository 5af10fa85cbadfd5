// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify.fuzz;

/// Prints the names of all fuzz targets, for the script that runs them.
public final class FuzzList {
    private FuzzList() {}

    public static void main(String[] arguments) {
        FuzzTargets.ALL.keySet().forEach(System.out::println);
    }
}
