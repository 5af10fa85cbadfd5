// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

/// Takes what a log holds, in the order of the file.
public interface EvtxSink {
    void event(EvtxEvent event);

    void fault(EvtxFault fault);
}
