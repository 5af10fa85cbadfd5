// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.util.List;
import org.tidemark.notify.OwnerRow;

/// Who owns what, as the store knows it.
///
/// Contacts are data about people: what a list no longer says is not kept.
public interface OwnerBook {
    /// Takes a list in; a list of the same name is replaced by it as a whole.
    ///
    /// @param name of the list
    /// @return whether it is new; a list of the same bytes changes nothing
    boolean take(String name, String sha256, List<OwnerRow> rows, Instant at);

    /// All rows, in the order in which their lists came in first.
    List<OwnerRow> rows();

    /// The lists that hold, in the order in which they came in.
    List<OwnerList> lists();

    /// Takes a list out.
    ///
    /// @return whether there was one
    boolean remove(String name);

    /// A list that was taken in.
    ///
    /// @param at when it was taken in last
    record OwnerList(String name, String sha256, Instant at, long rows) {}
}
