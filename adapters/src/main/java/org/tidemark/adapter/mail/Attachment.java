// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mail;

/// A text file that goes with a message.
///
/// @param name without anything of an owner's in it
/// @param type its media type, `text/csv`
public record Attachment(String name, String type, String text) {}
