// SPDX-License-Identifier: Apache-2.0
/// Whom to tell about a server, what was told, and what came back.
///
/// Begin with [org.tidemark.notify.Ownership]: everything that leaves this program about a server goes through it, once
/// when it is written and once more before it is sent. What returned mail says is decided in
/// [org.tidemark.notify.ReturnedMail] and the classes around it.
@NullMarked
package org.tidemark.notify;

import org.jspecify.annotations.NullMarked;
