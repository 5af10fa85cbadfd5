// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

/// Somebody's statement that a product or branch does not have a flaw.
///
/// @param branch the branch; an empty level means the whole product
/// @param strength how firm it is
/// @param said the day of the statement
/// @param words the statement in our words
/// @param by who says so
public record NotAffected(CveId cve, BranchId branch, Strength strength, PartialDate said, String words, String by) {

    public enum Strength {
        /// The source says that the product does not have the flaw.
        NOT_AFFECTED,
        /// The source does not believe that it has, which is weaker.
        NOT_BELIEVED,
        /// The vendor's service was already protected; whether it ever had the flaw is not said.
        PROTECTED
    }
}
