// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.function.Predicate;
import org.tidemark.run.Store;

/// The store, brought up to date where an import was broken off or the knowledge has changed.
final class FollowedStore {
    private FollowedStore() {}

    /// For questions over time.
    static Store open(DataOptions data, Invocation invocation, Answer answer) {
        return open(data, invocation, answer, Store::isTracked);
    }

    /// For questions that only ask which server a place is; other knowledge does not change that.
    static Store openForServers(DataOptions data, Invocation invocation, Answer answer) {
        return open(data, invocation, answer, Store::isFollowed);
    }

    private static Store open(DataOptions data, Invocation invocation, Answer answer, Predicate<Store> isUpToDate) {
        var knowledge = answer.knowledge();
        var store = data.openToRead(invocation, knowledge);
        if (isUpToDate.test(store)) {
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
