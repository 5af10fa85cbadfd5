// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

/// What one mail may cost: whoever knows an address of ours can write to it.
final class MailLimits {
    /// A mail is read up to here; notices that come back whole are far smaller.
    static final int MAIL_BYTES = 16 << 20;

    /// A report stands at the beginning of a part; what a part holds beyond this is passed over.
    static final int PART_BYTES = 256 << 10;

    /// Of the mail that came back only the header is looked at.
    static final int ORIGINAL_BYTES = 64 << 10;

    static final int PARTS = 200;

    /// Each level is a stream around the stream of the level above.
    static final int DEPTH = 20;

    static final int HEADER_FIELDS = 2_000;
    static final int HEADER_BYTES = 256 << 10;

    private MailLimits() {}
}
