// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

/// What is kept from one chunk to the next.
record FileMemory(Utf16 utf16, FieldPath root, TemplateLibrary templates) {
    FileMemory() {
        this(new Utf16(), new FieldPath.Roots().root(), new TemplateLibrary());
    }
}
