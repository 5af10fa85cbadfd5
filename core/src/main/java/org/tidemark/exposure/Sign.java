// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Something that is there or not, read from one piece of evidence. No regular expressions: what comes from outside
/// must not be able to make a search slow.
public sealed interface Sign {
    boolean in(Evidence evidence);

    /// A header of this name, whatever its value.
    record HeaderPresent(String name) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.HttpAnswer answer
                    && answer.header(name).isPresent();
        }
    }

    /// A header whose value is this, compared without case.
    record HeaderIs(String name, String value) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.HttpAnswer answer
                    && answer.header(name)
                            .map(v -> v.strip().equalsIgnoreCase(value))
                            .orElse(false);
        }
    }

    /// A header whose value holds this text, compared without case.
    record HeaderContains(String name, String text) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.HttpAnswer answer
                    && answer.header(name)
                            .map(v -> lower(v).contains(lower(text)))
                            .orElse(false);
        }
    }

    /// A header whose value has one of these shapes: `A` stands for a letter, `0` for a digit, anything else for
    /// itself.
    record HeaderShape(String name, List<String> shapes) implements Sign {
        public HeaderShape {
            shapes = List.copyOf(shapes);
        }

        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.HttpAnswer answer
                    && answer.header(name)
                            .map(v -> shapes.stream().anyMatch(shape -> fits(v.strip(), shape)))
                            .orElse(false);
        }

        private static boolean fits(String value, String shape) {
            if (value.length() != shape.length()) {
                return false;
            }
            for (int i = 0; i < shape.length(); i++) {
                char c = value.charAt(i);
                boolean fits = switch (shape.charAt(i)) {
                    case 'A' -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                    case '0' -> c >= '0' && c <= '9';
                    default -> c == shape.charAt(i);
                };
                if (!fits) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A body that holds this text exactly.
    record BodyContains(String text) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.HttpAnswer answer
                    && answer.body().contains(text);
        }
    }

    /// A greeting that holds this text, compared without case.
    record BannerContains(String text) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.Banner banner
                    && lower(banner.text()).contains(lower(text));
        }
    }

    /// A greeting that ends in a bracketed base64 text after this one.
    record BannerCoded(String text) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            if (!(evidence instanceof Evidence.Banner banner)) {
                return false;
            }
            int at = lower(banner.text()).indexOf(lower(text));
            int open = at < 0 ? -1 : banner.text().indexOf('[', at + text.length());
            int close = open < 0 ? -1 : banner.text().indexOf(']', open);
            return close > open + 8
                    && banner.text()
                            .substring(open + 1, close)
                            .chars()
                            .allMatch(c -> Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
        }
    }

    /// One of these hashes of a site's icon.
    record IconIs(Set<Integer> hashes) implements Sign {
        public IconIs {
            hashes = Set.copyOf(hashes);
        }

        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.IconHash icon && hashes.contains(icon.murmur3());
        }
    }

    /// A label of a feed.
    record TagIs(String tag) implements Sign {
        @Override
        public boolean in(Evidence evidence) {
            return evidence instanceof Evidence.Tag label && label.text().equals(tag);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
