// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.List;
import org.tidemark.advisory.Build;

/// A rule from evidence to a build, or to the mere presence of a product. Packs hold them in order of precedence.
///
/// @param id its name, the `method` of observations
/// @param place where to look
/// @param parts how many parts it gives; other numbers of parts are no hit
/// @param pitfall what a reader must know about it
public record Fingerprint(String id, Place place, List<Integer> parts, String pitfall) {
    public Fingerprint {
        parts = List.copyOf(parts);
    }

    /// Where a build, or a sign of the product, is found.
    public sealed interface Place {
        /// The value of a header, after a text that may stand before the number.
        record InHeader(String header, String after) implements Place {}

        /// The body, between a text and a character that must follow the number.
        ///
        /// @param needs texts of which one must stand in the body too; empty for none
        record InBody(String after, String until, List<String> needs) implements Place {
            public InBody {
                needs = List.copyOf(needs);
            }
        }

        /// The body, where the address of a resource of the page itself holds the number. An address at another
        /// host
        /// is a copy of the page.
        ///
        /// @param firstParts what the number may begin with; empty for anything
        record InOwnAddress(String path, List<Integer> firstParts) implements Place {
            public InOwnAddress {
                firstParts = List.copyOf(firstParts);
            }
        }

        /// The greeting of a mail service, after a text.
        record InBanner(String after) implements Place {}

        /// A two-part number in the body whose first part tells the product that it belongs to.
        record Composed(String after, String until, List<String> needs, List<Range> ranges) implements Place {
            public Composed {
                needs = List.copyOf(needs);
                ranges = List.copyOf(ranges);
            }
        }

        /// No number: any of these signs shows the product.
        record Presence(List<Sign> any) implements Place {
            public Presence {
                any = List.copyOf(any);
            }
        }
    }

    /// Numbers from `from` (inclusive) to `below` (exclusive) belong after `prefix`.
    public record Range(int from, int below, Build prefix) {}
}
