// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app;

import java.io.IOException;

/// Puts the prepared form of the bundled packs beside the program; the build runs this once the archives are there.
final class PreparePacks {
    private PreparePacks() {}

    public static void main(String[] args) throws IOException {
        new BundledPacks(PreparePacks.class.getClassLoader()).prepare();
    }
}
