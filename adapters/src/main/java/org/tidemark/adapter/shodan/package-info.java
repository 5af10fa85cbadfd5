// SPDX-License-Identifier: Apache-2.0
/// Reads Shodan's banners, as its downloads and streams write them.
@NullMarked
package org.tidemark.adapter.shodan;

import org.jspecify.annotations.NullMarked;
