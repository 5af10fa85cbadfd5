// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Values of ranges of addresses, asked for the one of the longest prefix that holds an address.
///
/// Ranges in the notation of RFC 4632 lie inside each other or apart, so they are cut once into pieces that do not
/// overlap; asking is then one search among sorted beginnings, however many ranges there are.
public final class AddressBlocks<V> {
    private final AddressKey[] firsts;
    private final List<@Nullable V> values;

    private AddressBlocks(AddressKey[] firsts, List<@Nullable V> values) {
        this.firsts = firsts;
        this.values = values;
    }

    /// Gathers ranges; the first value given to a range stays.
    public static final class Builder<V> {
        private final NavigableMap<AddressKey.Block, V> blocks = new TreeMap<>();

        /// @param range an address, or a range like `192.0.2.0/24`
        /// @return false where the text is neither
        public boolean add(String range, V value) {
            var block = AddressKey.block(range);
            block.ifPresent(found -> blocks.putIfAbsent(found, value));
            return block.isPresent();
        }

        /// The value of a range, made where it has none yet; empty where the text is no range.
        public Optional<V> at(String range, Supplier<V> made) {
            return AddressKey.block(range).map(block -> blocks.computeIfAbsent(block, _ -> made.get()));
        }

        public AddressBlocks<V> build() {
            var pieces = new Pieces<V>();
            blocks.forEach(pieces::open);
            pieces.close();
            return new AddressBlocks<>(pieces.firsts.toArray(new AddressKey[0]), pieces.values);
        }
    }

    /// Cuts blocks into pieces: within a block its own value holds wherever no smaller block lies.
    private static final class Pieces<V> {
        private final List<AddressKey> firsts = new ArrayList<>();
        private final List<@Nullable V> values = new ArrayList<>();
        private final ArrayDeque<Open<V>> around = new ArrayDeque<>();

        private record Open<V>(AddressKey last, V value) {}

        void open(AddressKey.Block block, V value) {
            while (!around.isEmpty() && around.element().last().compareTo(block.first()) < 0) {
                leave();
            }
            piece(block.first(), value);
            around.push(new Open<>(block.last(), value));
        }

        void close() {
            while (!around.isEmpty()) {
                leave();
            }
        }

        private void leave() {
            var left = around.pop();
            var after = left.last().next();
            if (after.isPresent()) {
                var outer = around.peek();
                piece(after.get(), outer == null ? null : outer.value());
            }
        }

        /// A piece that begins where the last one does replaces it.
        private void piece(AddressKey first, @Nullable V value) {
            if (!firsts.isEmpty() && firsts.getLast().equals(first)) {
                values.set(values.size() - 1, value);
            } else {
                firsts.add(first);
                values.add(value);
            }
        }
    }

    /// The value of the smallest range that holds the address; empty where none does, or the text is no address.
    public Optional<V> of(String address) {
        var key = AddressKey.of(address);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        int at = java.util.Arrays.binarySearch(firsts, key.get());
        int piece = at >= 0 ? at : -at - 2;
        return piece < 0 ? Optional.empty() : Optional.ofNullable(values.get(piece));
    }
}
