// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import org.tidemark.run.Store;

/// The store, brought up to date where an import was broken off or the knowledge has changed.
final class FollowedStore {
    private FollowedStore() {}

    static Store open(DataOptions data, Invocation invocation, Answer answer) {
        var knowledge = answer.knowledge();
        var store = data.openToRead(invocation, knowledge).orElseThrow(() -> ServersCommand.none(invocation, data));
        if (store.isTracked(invocation.today())) {
            return store;
        }
        store.close();
        answer.hint("The servers are followed anew: an import was broken off, or the knowledge or a correction has"
                + " changed.");
        var writable = data.open(invocation, knowledge);
        writable.track(invocation.clock().instant(), new Following(answer));
        return writable;
    }
}
