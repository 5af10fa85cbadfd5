// SPDX-License-Identifier: Apache-2.0
/// What mail that came back says. [BounceReader] decides what it means for each recipient: text in, rows out.
/// How mail is
/// taken apart is the matter of an adapter; the words by which servers say what happened are data ([Wording]).
@NullMarked
package org.tidemark.bounce;

import org.jspecify.annotations.NullMarked;
