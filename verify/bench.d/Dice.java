// SPDX-License-Identifier: Apache-2.0

/// Random choices that are the same for the same seed on every machine.
final class Dice {
    private static final char[] BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray();
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final String[] WORDS =
            """
            the of and to in a is for on that with as by at from this are be an or it was not your have we you all can
            more has new will about one our their contact home page site web service services customer customers product
            products company information please read more news system support network login account user password
            privacy policy terms conditions copyright reserved rights online order shop price free delivery available
            time year day week month city street office phone email address form send message search menu welcome
            technology solutions quality team project projects industry business software hardware device router camera
            storage status version language english deutsch configuration administrator management interface monitor
            Straße Größe für über Zürich société données années español información страница сайт новости продукты
            会社 製品 首页 新闻 服务 联系我们
            """
                    .strip()
                    .split("\\s+");

    private long state;

    Dice(long seed, long number) {
        this.state = mixed(seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L);
    }

    private static long mixed(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        return mixed(state);
    }

    /// From zero on, below `bound`.
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    /// A size with a long tail: half of them below twice the least, few near the most.
    int tailed(int least, int most) {
        double share = below(1 << 20) / (double) (1 << 20);
        return (int) Math.min(most, least / (1.0 - share));
    }

    String base64(int bytes) {
        int length = (bytes + 2) / 3 * 4;
        int padding = (3 - bytes % 3) % 3;
        var text = new StringBuilder(length);
        long bits = 0;
        for (int i = 0; i < length - padding; i++) {
            if (i % 10 == 0) {
                bits = next();
            }
            text.append(BASE64[(int) (bits & 63)]);
            bits >>>= 6;
        }
        return text.append("=".repeat(padding)).toString();
    }

    String hex(int digits) {
        var text = new StringBuilder(digits);
        long bits = 0;
        for (int i = 0; i < digits; i++) {
            if (i % 16 == 0) {
                bits = next();
            }
            text.append(HEX[(int) (bits & 15)]);
            bits >>>= 4;
        }
        return text.toString();
    }

    String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
    }

    /// Frequent words are frequent.
    String word() {
        return WORDS[Math.min(below(WORDS.length), below(WORDS.length))];
    }

    String words(int characters) {
        var text = new StringBuilder(characters + 16);
        while (text.length() < characters) {
            text.append(word()).append(below(12) == 0 ? ". " : " ");
        }
        return text.toString().stripTrailing();
    }

    String host() {
        return of("www", "mail", "vpn", "cloud", "srv" + below(40), "shop", "intranet", "host-" + hex(4)) + "."
                + of("alpha", "brook", "cedar", "delta", "ember", "fjord", "grove", "harbor") + below(9000) + "."
                + of("example", "test", "invalid");
    }
}
