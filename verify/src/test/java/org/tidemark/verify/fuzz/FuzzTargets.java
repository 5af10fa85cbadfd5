// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceReader;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.InputReader;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Listing;
import org.tidemark.adapter.Passwords;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.collector.KnownCollectors;
import org.tidemark.adapter.eventjson.EventJsonLines;
import org.tidemark.adapter.evtx.EvtxEvent;
import org.tidemark.adapter.evtx.EvtxFault;
import org.tidemark.adapter.evtx.EvtxReader;
import org.tidemark.adapter.evtx.EvtxSink;
import org.tidemark.adapter.grouping.GroupFile;
import org.tidemark.adapter.mmdb.AddressDatabase;
import org.tidemark.adapter.owners.OwnerFile;
import org.tidemark.adapter.pack.HuntFactFiles;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.adapter.population.PopulationFile;
import org.tidemark.adapter.published.PublishedFile;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.adapter.registry.Formats;
import org.tidemark.adapter.scannerlog.ScannerLog;
import org.tidemark.adapter.sigma.ReadRule;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.adapter.webfile.FileList;
import org.tidemark.adapter.windowsxml.WebServerSettings;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.asset.Server;
import org.tidemark.exposure.FamilyIdentifier;
import org.tidemark.exposure.Identifier;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;
import org.tidemark.notify.Ownership;
import org.tidemark.track.TrendQuestion.Where;

/// What is fed with any bytes: one target a parser. A target fails by throwing; bad input may only give a problem.
///
/// The fuzzer calls [#fuzzerTestOneInput(byte[])] with the target named by the system property `tidemark.fuzz`.
public final class FuzzTargets {
    private static final Limits SMALL = new Limits(1 << 20, 100, 64L << 20, 1_000, 8L << 20, 8 << 20);
    private static final Identifier IDENTIFIER;
    private static final SubjectReader SUBJECTS;
    private static final Assessor ASSESSOR;

    private static final SigmaReader SIGMA = new SigmaReader(Sources.bundled());
    private static final Trace RECORD = new Trace(
            Kind.IIS,
            Map.of("cs-method", List.of("GET"), "url", List.of("/a?b"), "data", List.of("", "x")),
            null,
            null,
            new Trace.Place("fuzz", null, 1L, null));

    /// All targets by name.
    static final Map<String, Consumer<byte[]>> ALL = new TreeMap<>();

    static {
        var pack = PackReader.read(PackFiles.bundled(FuzzTargets.class.getClassLoader(), "exchange"))
                .usableOrThrow();
        SUBJECTS = new SubjectReader(pack.catalogue());
        ASSESSOR = new Assessor(pack.catalogue());
        IDENTIFIER = new Identifier(List.of(new FamilyIdentifier(pack.catalogue(), SUBJECTS, pack.fingerprints())));
        for (var format : Formats.ALL) {
            var name = format.id();
            ALL.merge(name, bytes -> read(format, bytes), (one, other) -> bytes -> {
                one.accept(bytes);
                other.accept(bytes);
            });
        }
        ALL.put("any-file", FuzzTargets::anyFile);
        ALL.put("build", FuzzTargets::build);
        ALL.put("evtx", FuzzTargets::evtx);
        ALL.put("event-json", FuzzTargets::eventJson);
        ALL.put("any-evidence", FuzzTargets::anyEvidence);
        ALL.put("any-collection", FuzzTargets::anyCollection);
        ALL.put("collector-names", FuzzTargets::collectorNames);
        ALL.put("collector-records", FuzzTargets::collectorRecords);
        ALL.put("sigma", FuzzTargets::sigma);
        ALL.put("web-page", bytes -> evidence("C/inetpub/wwwroot/aspnet_client/a.aspx", bytes));
        ALL.put("compiled-page", bytes -> {
            evidence("C/Windows/Temporary ASP.NET Files/owa/1/App_Web_a.dll", bytes);
            evidence("C/Windows/Temporary ASP.NET Files/owa/1/a.aspx.0a1b2c3d.compiled", bytes);
        });
        ALL.put("file-list", bytes -> read(new FileList(), bytes));
        ALL.put("scanner-log", bytes -> read(new ScannerLog(), bytes));
        ALL.put("web-server-settings", bytes -> read(new WebServerSettings(), bytes));
        ALL.put("population", FuzzTargets::population);
        ALL.put("published", FuzzTargets::published);
        ALL.put("groups", FuzzTargets::groups);
        ALL.put("owners", FuzzTargets::owners);
        ALL.put("mmdb", FuzzTargets::mmdb);
        ALL.put("hunt-facts", FuzzTargets::huntFacts);
        for (var file : List.of("pack.yaml", "releases.csv", "fixes.csv", "settings.yaml", "fingerprints.yaml")) {
            ALL.put("pack-" + file.substring(0, file.indexOf('.')), bytes -> pack(file, bytes));
        }
    }

    private FuzzTargets() {}

    /// Called by the fuzzer before the first input: loading the pack and instrumenting classes is not the
    /// input's fault.
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        ALL.get(System.getProperty("tidemark.fuzz", "any-file")).accept(bytes);
    }

    /// One file that is said to be of this format; what was seen is identified too.
    private static void read(Format format, byte[] bytes) {
        try {
            switch (format) {
                case LineFormat lines ->
                    lines.read(bytes, 0, bytes.length, new LineFormat.Position("fuzz", 1, 0), new Seen());
                case DocumentFormat whole -> whole.read(Document.inside(bytes), new Seen());
            }
        } catch (BadRecord | IOException e) {
            // The right way to refuse input.
            if (e.getMessage() == null) {
                throw new AssertionError("a refusal without a word", e);
            }
        }
    }

    /// A file of whatever kind: packed, an archive, any format.
    private static void anyFile(byte[] bytes) {
        new InputReader(Formats.ALL, SMALL).read(Input.standardInput(new ByteArrayInputStream(bytes)), new Seen());
    }

    /// A Windows event log; every event is also written as XML.
    private static void evtx(byte[] bytes) {
        try {
            EvtxReader.read(new ByteArrayInputStream(bytes), new EvtxSink() {
                @Override
                public void event(EvtxEvent event) {
                    if (event.fields().isEmpty() || event.xml().isBlank()) {
                        throw new AssertionError("an event without content: " + event);
                    }
                }

                @Override
                public void fault(EvtxFault fault) {
                    if (fault.cause().isBlank() || fault.cure().isBlank()) {
                        throw new AssertionError("a fault without words: " + fault);
                    }
                }
            });
        } catch (IOException e) {
            throw new AssertionError("there is no stream that could fail", e);
        }
    }

    /// A file that lay at this place.
    private static void evidence(String path, byte[] bytes) {
        new EvidenceReader(EvidenceFormats.ALL, SMALL, new Evidence())
                .read(Input.stream(path, new ByteArrayInputStream(bytes)));
    }

    /// The tables of a pack that hunt rules ask, each put in its place.
    private static void huntFacts(byte[] bytes) {
        for (var file : List.of("shipped.csv", "known_files.csv", "indicators.csv")) {
            try {
                HuntFactFiles.read(new PackFiles() {
                    @Override
                    public List<String> names() {
                        return List.of(file);
                    }

                    @Override
                    public InputStream open(String name) {
                        return new ByteArrayInputStream(bytes);
                    }

                    @Override
                    public String display(String name) {
                        return name;
                    }
                });
            } catch (TidemarkException e) {
                told(String.valueOf(e.getMessage()));
            }
        }
    }

    /// Windows events, one JSON record a line.
    private static void eventJson(byte[] bytes) {
        read(new EventJsonLines(), bytes);
    }

    private static void read(EvidenceFormat format, byte[] bytes) {
        try {
            var evidence = new Evidence();
            format.read(Document.inside(bytes), evidence);
            if (evidence.given != evidence.counted) {
                throw new AssertionError(evidence.given + " were given out, " + evidence.counted + " counted");
            }
        } catch (BadRecord e) {
            if (e.cause().isBlank() || e.cure().isBlank()) {
                throw new AssertionError("a refusal without a word", e);
            }
        } catch (IOException e) {
            throw new AssertionError("there is no stream that could fail", e);
        }
    }

    /// Evidence of whatever kind: packed, an archive, any form.
    private static void anyEvidence(byte[] bytes) {
        new EvidenceReader(EvidenceFormats.ALL, SMALL, new Evidence())
                .read(Input.standardInput(new ByteArrayInputStream(bytes)));
    }

    /// A collection of whatever collector, packed in whatever way.
    private static void anyCollection(byte[] bytes) {
        new EvidenceReader(
                        EvidenceFormats.ALL,
                        SMALL,
                        new Evidence(),
                        new KnownCollectors(),
                        Passwords.of(List.of("secret")))
                .read(Input.standardInput(new ByteArrayInputStream(bytes)));
    }

    /// An archive of these names, one a line, in which no file can be read.
    private static void collectorNames(byte[] bytes) {
        var names = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        survey(new Names(names, null));
    }

    /// An archive of every collector whose own records all hold these bytes.
    private static void collectorRecords(byte[] bytes) {
        var own = List.of(
                List.of("x_CopyLog.csv", "x_SkipLog.csv.csv", "x_ConsoleLog.txt", "C/Windows/a.log"),
                List.of(
                        "uploads.json",
                        "client_info.json",
                        "requests.json",
                        "collection_context.json",
                        "results/Windows.KapeFiles.Targets%2FUploads.json",
                        "uploads/auto/C%3A/a.log"),
                List.of("Generic.Client.Info/BasicInformation.json", "auto/C/Windows/a.log"),
                List.of("data.zip", "metadata.json"),
                List.of("GetThis.csv", "set/1_2_3.data"),
                List.of(
                        "IIS_W3SVC1_Logs.zip",
                        "ECP_Proxy_Logs.zip",
                        "ExchangeLogCollector-Instance-Debug_1.txt",
                        "OWA_Logs/NoFilesDetected.txt"),
                List.of("MANIFEST", "C.0123456789abcdef/client_info.yaml", "C.0123456789abcdef/fs/os/C:/a.log"),
                List.of(
                        "Forensics Collection Summary.csv",
                        "Security event log/Security.evtx",
                        "System Information/SystemInformation.txt"));
        own.forEach(names -> survey(new Names(names, () -> bytes)));
    }

    private static void survey(Names listing) {
        var around = new KnownCollectors().of(listing, new Evidence());
        for (var name : listing.names()) {
            var path = around.origin(listing.spelled(name), name).path();
            if (path != null && ("\\" + path + "\\").contains("\\..\\")) {
                throw new AssertionError("a path that leads elsewhere: " + path);
            }
            around.inside(name, listing).origin(listing.spelled(name), name);
            around.isLeftAside(name);
            around.collection(name);
        }
    }

    /// @param content of every file; null where none can be read
    private record Names(List<String> names, @Nullable Supplier<byte[]> content) implements Listing {
        @Override
        public String file() {
            return "fuzz.zip";
        }

        @Override
        public String spelled(String name) {
            return "fuzz.zip!" + name;
        }

        @Override
        public String comment() {
            return "";
        }

        @Override
        public byte[] beginning(String name, int most) throws IOException {
            if (content == null) {
                throw new IOException("it is damaged");
            }
            return content.get();
        }
    }

    /// A file of rules, and each rule on a record.
    private static void sigma(byte[] bytes) {
        for (var read : SIGMA.read(new String(bytes, StandardCharsets.UTF_8), null)) {
            switch (read) {
                case ReadRule.Ready(var rule) -> {
                    rule.grade(RECORD);
                    rule.condition().ways();
                }
                case ReadRule.Elsewhere other -> told(other.why());
                case ReadRule.Refused bad -> told(bad.cause());
            }
        }
    }

    private static void told(String why) {
        if (why.isBlank()) {
            throw new AssertionError("a refusal without a word");
        }
    }

    private static void population(byte[] bytes) {
        try {
            PopulationFile.read(new ByteArrayInputStream(bytes), "fuzz", SUBJECTS)
                    .items()
                    .getFirst()
                    .size();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static void published(byte[] bytes) {
        try {
            PublishedFile.read(new ByteArrayInputStream(bytes), "fuzz");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static void groups(byte[] bytes) {
        try {
            var grouping = GroupFile.read(new ByteArrayInputStream(bytes), "fuzz", "sector")
                    .items()
                    .getFirst();
            for (var address : List.of("192.0.2.1", "10.255.255.255", "2001:db8::1", "0.0.0.0", "x")) {
                grouping.of(new Where(Server.at(address, 443).withHost("mail.example.org"), "DE", "64500", null));
            }
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static void owners(byte[] bytes) {
        try {
            var rows = OwnerFile.read(bytes, "fuzz", "fuzz", Instant.EPOCH).items();
            var owners = Ownership.of(rows);
            for (var address : List.of("192.0.2.1", "10.255.255.255", "2001:db8::1", "x")) {
                owners.of(Server.at(address, 443).withHost("mail.example.org"), "64500");
            }
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static void mmdb(byte[] bytes) {
        try (var database = AddressDatabase.read(new ByteArrayInputStream(bytes), "fuzz")) {
            for (var address : List.of("192.0.2.1", "2001:db8::1", "255.255.255.255")) {
                database.country(address);
                database.network(address);
            }
            database.built();
        } catch (IOException e) {
            told(String.valueOf(e.getMessage()));
        }
    }

    private static void build(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        SUBJECTS.read(text)
                .ifPresent(subject -> ASSESSOR.assess(Installation.of(subject), new CveId("CVE-2021-26855"), null));
        CveId.parse(text);
    }

    /// The Exchange pack with one file put in its place.
    private static void pack(String file, byte[] bytes) {
        var bundled = PackFiles.bundled(FuzzTargets.class.getClassLoader(), "exchange");
        PackReader.read(new PackFiles() {
            @Override
            public List<String> names() throws IOException {
                return bundled.names();
            }

            @Override
            public InputStream open(String name) throws IOException {
                return name.equals(file) ? new ByteArrayInputStream(bytes) : bundled.open(name);
            }

            @Override
            public String display(String name) {
                return name;
            }
        });
    }

    private static final class Evidence implements EvidenceSink {
        private long given;
        private long counted;

        @Override
        public boolean wants(Kind kind, byte[] bytes, int from, int to) {
            return true;
        }

        @Override
        public void trace(Trace trace) {
            given++;
        }

        @Override
        public void seen(String file, org.tidemark.hunt.Seen seen) {
            counted += seen.events();
        }

        @Override
        public void problem(Problem problem) {
            if (problem.cause().isBlank() || problem.cure().isBlank()) {
                throw new AssertionError("a problem without words: " + problem);
            }
        }
    }

    private static final class Seen implements Sink {
        @Override
        public void sighting(Sighting sighting) {
            IDENTIFIER.identify(sighting);
        }

        @Override
        public void problem(Problem problem) {
            if (problem.cause().isBlank() || problem.cure().isBlank()) {
                throw new AssertionError("a problem without words: " + problem);
            }
        }
    }
}
