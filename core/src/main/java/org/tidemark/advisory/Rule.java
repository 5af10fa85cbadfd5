// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.Locale;

/// The rule that a verdict follows from. Its id stands in every answer; the glossary explains each.
public enum Rule {
    // The flaw itself
    CVE_NOT_IN_PACK,
    CVE_ON_RECORD_ONLY,
    NOT_YET_PUBLISHED,
    // Statements
    NOT_AFFECTED_STATEMENT,
    CLOUD_SERVICE,
    ROLE_WITHOUT_FLAW,
    // The branch is listed
    BELOW_FIRST_FIXED_BUILD,
    HOLDS_FIRST_FIXED_BUILD,
    FIXED_IN_BASE,
    INSTALLED_PACKAGE,
    PACKAGES_INCOMPLETE,
    SPECIAL_UPDATE_NOT_CUMULATIVE,
    LISTED_WITHOUT_FIX,
    NO_UPDATE_FOR_BRANCH,
    LATER_UPDATE_UNCLEAR,
    // The branch is not listed
    BASE_AFTER_FIX,
    CONTINUES_FIXED_PRODUCT,
    OLDER_THAN_LISTED,
    PRODUCT_BEFORE_LISTED,
    BRANCH_NOT_LISTED,
    PRODUCT_NOT_LISTED,
    // The evidence
    AMBIGUOUS_BUILD,
    BUILD_NOT_IN_PACK,
    BRANCH_NOT_IN_PACK,
    // What lies outside the build
    SETTING_UNSEEN,
    SETTING_ON,
    SETTING_OFF,
    SETTING_DECIDES_ALONE,
    COMPONENT_OUTSIDE_PRODUCT;

    /// The id, `below-first-fixed-build`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
