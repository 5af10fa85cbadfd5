// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// Numbers by number, 32 bytes an entry: millions of keys as objects would take ten times that.
///
/// Keys are hashes, so their own bits spread them. No key is 0, and 0 stands for none.
final class LongTable {
    private long[] keys = new long[1024];
    private long[] values = new long[1024];
    private int size;

    /// The value of a key; 0 where there is none.
    long get(long key) {
        return values[slot(keys, key)];
    }

    void put(long key, long value) {
        if (key == 0) {
            throw new IllegalArgumentException("0 is no key");
        }
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        var largerKeys = new long[Math.multiplyExact(keys.length, 2)];
        var largerValues = new long[largerKeys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(largerKeys, keys[i]);
                largerKeys[slot] = keys[i];
                largerValues[slot] = values[i];
            }
        }
        keys = largerKeys;
        values = largerValues;
    }

    private static int slot(long[] keys, long key) {
        int slot = (int) (key ^ (key >>> 32)) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
