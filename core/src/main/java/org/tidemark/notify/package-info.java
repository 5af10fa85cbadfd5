// SPDX-License-Identifier: Apache-2.0
/// Telling owners, and knowing whether it arrived. [BounceReader] decides what a mail that came back means for each
/// recipient: text in, rows out. How mail is taken apart is the matter of an adapter; the words by which servers say
/// what happened are data ([Wording]).
@NullMarked
package org.tidemark.notify;

import org.jspecify.annotations.NullMarked;
