// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A pack whose files are parsed and hashed already: the form in which the build puts a bundled pack beside the
/// program.
///
/// A start would else spend most of its time in parsers that the virtual machine has not compiled yet. The form holds
/// what the files say and nothing of what it means, so it knows no table, sheet or rule; all of that is read and
/// checked from it as from the files themselves. It is made and read by the same version of the program and never kept.
final class PreparedPack implements Syntax {
    private static final int FORM = 0x54504B31;

    private static final int TEXT = 0;
    private static final int ITEMS = 1;
    private static final int KEYS = 2;
    private static final int ABSENT = 3;

    private final String hash;
    private final List<String> names;
    private final Map<String, YamlTree> trees;
    private final Map<String, CsvTable.Raw> tables;

    private PreparedPack(
            String hash, List<String> names, Map<String, YamlTree> trees, Map<String, CsvTable.Raw> tables) {
        this.hash = hash;
        this.names = names;
        this.trees = trees;
        this.tables = tables;
    }

    /// The names of all files, those too that are neither table nor tree.
    List<String> names() {
        return names;
    }

    @Override
    public @Nullable YamlTree tree(String name, Faults faults) {
        return trees.get(name);
    }

    @Override
    public CsvTable.@Nullable Raw records(String name, Faults faults) {
        return tables.get(name);
    }

    @Override
    public String hash() {
        return hash;
    }

    static byte[] write(PackContent content, String stamp) {
        var out = new Writer();
        out.number(FORM);
        out.text(stamp);
        out.text(content.sha256());
        out.number(content.names().size());
        var none = new Faults();
        for (var name : content.names()) {
            out.text(name);
            out.text(content.display(name));
            out.tree(content.syntax().tree(name, none));
            var table = content.syntax().records(name, none);
            out.table(table == null ? new CsvTable.Raw(List.of(), null) : table);
        }
        var body = out.bytes.toByteArray();
        return ByteBuffer.allocate(Long.BYTES + body.length)
                .putLong(sum(body, 0))
                .put(body)
                .array();
    }

    /// @return empty where it has another form or stamp, or is damaged
    static Optional<PreparedPack> open(byte[] image, String stamp) {
        // A disk that was full, or lost its power: then the files themselves are read.
        if (image.length < Long.BYTES || ByteBuffer.wrap(image).getLong() != sum(image, Long.BYTES)) {
            return Optional.empty();
        }
        try {
            var in = new Reader(image);
            return in.number() == FORM && in.text().equals(stamp) ? Optional.of(in.pack()) : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // another program's form
        }
    }

    private static long sum(byte[] image, int from) {
        var sum = new CRC32();
        sum.update(image, from, image.length - from);
        return sum.getValue();
    }

    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 19);

        /// Seven bits a byte, the lowest first.
        void number(int value) {
            int rest = value;
            while (rest > 0x7F) {
                bytes.write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            bytes.write(rest);
        }

        /// One byte a character where that is enough, as it is nearly always.
        void text(String text) {
            boolean narrow = text.chars().allMatch(c -> c < 256);
            var encoded = text.getBytes(narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            number((encoded.length << 1) | (narrow ? 0 : 1));
            bytes.writeBytes(encoded);
        }

        void table(CsvTable.Raw table) {
            number(table.records().size());
            for (var record : table.records()) {
                number(Math.toIntExact(record.line()));
                number(record.fields().size());
                record.fields().forEach(this::text);
            }
        }

        void tree(@Nullable YamlTree tree) {
            switch (tree) {
                case null -> number(ABSENT);
                case YamlTree.Text text -> {
                    number(TEXT);
                    number(Math.toIntExact(text.line()));
                    text(text.cell().name());
                    text(text.cell().text());
                }
                case YamlTree.Items items -> {
                    number(ITEMS);
                    number(Math.toIntExact(items.line()));
                    number(items.items().size());
                    items.items().forEach(this::tree);
                }
                case YamlTree.Keys keys -> {
                    number(KEYS);
                    number(Math.toIntExact(keys.line()));
                    number(keys.entries().size());
                    keys.entries().forEach((key, value) -> {
                        text(key);
                        tree(value);
                    });
                }
            }
        }
    }

    private static final class Reader {
        private final byte[] image;
        private int at = Long.BYTES;
        private String file = "";

        Reader(byte[] image) {
            this.image = image;
        }

        PreparedPack pack() {
            var hash = text();
            int files = number();
            var names = new ArrayList<String>(files);
            var trees = new LinkedHashMap<String, YamlTree>();
            var tables = new LinkedHashMap<String, CsvTable.Raw>();
            for (int i = 0; i < files; i++) {
                var name = text();
                names.add(name);
                file = text();
                var tree = tree();
                if (tree != null) {
                    trees.put(name, tree);
                }
                var table = table();
                if (!table.records().isEmpty()) {
                    tables.put(name, table);
                }
            }
            return new PreparedPack(hash, names, trees, tables);
        }

        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = image[at++];
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        String text() {
            int head = number();
            int from = at;
            at += head >>> 1;
            return new String(
                    image, from, head >>> 1, (head & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }

        private CsvTable.Raw table() {
            int count = number();
            var records = new ArrayList<CsvTable.Line>(count);
            for (int i = 0; i < count; i++) {
                int line = number();
                var fields = new String[number()];
                for (int field = 0; field < fields.length; field++) {
                    fields[field] = text();
                }
                records.add(new CsvTable.Line(line, Arrays.asList(fields)));
            }
            return new CsvTable.Raw(records, null);
        }

        private @Nullable YamlTree tree() {
            int kind = number();
            if (kind == ABSENT) {
                return null;
            }
            int line = number();
            if (kind == TEXT) {
                return new YamlTree.Text(Cell.of(file, line, text(), text()));
            }
            int size = number();
            if (kind == ITEMS) {
                var items = new ArrayList<YamlTree>(size);
                for (int i = 0; i < size; i++) {
                    items.add(present(tree()));
                }
                return new YamlTree.Items(file, line, items);
            }
            var entries = LinkedHashMap.<String, YamlTree>newLinkedHashMap(size);
            for (int i = 0; i < size; i++) {
                var key = text();
                entries.put(key, present(tree()));
            }
            return new YamlTree.Keys(file, line, entries);
        }

        private static YamlTree present(@Nullable YamlTree tree) {
            if (tree == null) {
                throw new IndexOutOfBoundsException("a tree has no hole inside");
            }
            return tree;
        }
    }
}
