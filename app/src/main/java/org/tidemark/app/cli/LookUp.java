// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.mmdb.AddressDatabase;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.track.TrendQuestion.Where;

/// Country and network of addresses, from files that the user brings, where the scans do not name them.
final class LookUp implements AutoCloseable {
    private final List<AddressDatabase> databases = new ArrayList<>();
    private final List<Path> files;

    /// A file that was looked up in, and the day on which its maker built it.
    record Used(String file, LocalDate built) {
        Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("file", file);
            fields.put("built", built.toString());
            return fields;
        }
    }

    private LookUp(List<Path> files) {
        this.files = files;
    }

    /// @throws TidemarkException where a file cannot be read
    static LookUp in(List<Path> files) {
        files.forEach(Asked::file);
        var lookUp = new LookUp(List.copyOf(files));
        for (var file : files) {
            try {
                lookUp.databases.add(AddressDatabase.open(file));
            } catch (IOException e) {
                lookUp.close();
                throw new TidemarkException(
                        ErrorCode.USER,
                        Terminal.safe(file.toString()) + " is no file of the MaxMind DB format that can be read.",
                        e);
            }
        }
        return lookUp;
    }

    /// A place with what the files know of its address.
    Where fill(Where where) {
        var address = where.server().ip();
        return address == null || databases.isEmpty()
                ? where
                : new Where(
                        where.server(),
                        where.country() != null ? where.country() : first(address, AddressDatabase::country),
                        where.asn() != null ? where.asn() : first(address, AddressDatabase::network),
                        where.sector());
    }

    private @Nullable String first(String address, BiFunction<AddressDatabase, String, Optional<String>> what) {
        return databases.stream()
                .flatMap(database -> what.apply(database, address).stream())
                .findFirst()
                .orElse(null);
    }

    /// The files: an answer must say what it rests on.
    List<Used> files() {
        return databases.stream()
                .map(database -> new Used(database.name(), database.built()))
                .toList();
    }

    /// Tells of files in which a look-up met damage.
    void tell(Answer answer) {
        for (int i = 0; i < databases.size(); i++) {
            if (databases.get(i).isDamaged()) {
                answer.problem(Problem.in(
                        files.get(i).toString(),
                        "The file is damaged: some addresses could not be looked up.",
                        "Take it from its source again."));
            }
        }
    }

    @Override
    public void close() {
        for (var database : databases) {
            try {
                database.close();
            } catch (IOException e) {
                // It was read only; nothing is lost.
                throw new TidemarkException(ErrorCode.EXTERNAL, database.name() + " cannot be closed.", e);
            }
        }
    }
}
