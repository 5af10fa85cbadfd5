// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.function.Consumer;

/// A template definition. Its identity is the object: two that say the same are two definitions.
final class EvtxTemplate {
    private static int next = 0x1000;

    final int id;
    final Consumer<BinXmlWriter> xml;

    EvtxTemplate(Consumer<BinXmlWriter> xml) {
        this(next++, xml);
    }

    EvtxTemplate(int id, Consumer<BinXmlWriter> xml) {
        this.id = id;
        this.xml = xml;
    }
}
