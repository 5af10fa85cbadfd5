// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.adapter.Packed;
import org.tidemark.adapter.Passwords;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Kind;

/// Small collections of every collector, made here: what path, host and lack each gives.
class CollectionsTest {
    private static final byte[] WEB = rows(
            "#Fields: date time cs-method cs-uri-stem c-ip sc-status",
            "2021-03-05 06:59:20 GET /owa/ 198.51.100.61 200");
    private static final byte[] PROXY = rows("DateTime,AnchorMailbox,ServerHostName", "2021-03-05T06:59:01Z,x,EX01");
    private static final String LOG = "inetpub/logs/LogFiles/W3SVC1/u_ex210305.log";
    private static final String LOG_PATH = "C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex210305.log";

    @TempDir
    private Path temp;

    private static byte[] rows(String... rows) {
        return bytes(String.join("\n", rows) + "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] content) throws IOException {
        var path = temp.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private static TakenEvidence read(Path... paths) {
        return TakenEvidence.in(Passwords.none(), paths);
    }

    private static List<String> paths(TakenEvidence taken) {
        return taken.traces().stream()
                .map(trace -> String.valueOf(trace.place().path()))
                .toList();
    }

    private static Coverage.Status status(TakenEvidence taken, Kind kind) {
        return taken.collected().stream()
                .map(Collected::absences)
                .filter(absences -> absences.containsKey(kind))
                .map(absences -> absences.get(kind).status())
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void kape_says_by_its_copy_log_where_each_file_lay() throws IOException {
        var log = rows(
                "CopiedTimestamp,SourceFile,DestinationFile,FileSize,SourceFileSha1",
                "2021-03-05 08:00:00,D:\\logs\\W3SVC1\\u_ex210305.log,F:\\triage\\EX01\\LongFileNames\\1.log,1,A",
                "2021-03-05 08:00:00,\"C:\\inetpub\\a, b\\u_ex210306.log\",\"F:\\triage\\EX01\\C\\inetpub\\a, b\\u_ex210306.log\",1,A",
                "not a row");
        var taken = read(file(
                "2021-03-05T080000_EX01.zip",
                Packed.zip(
                        "2021-03-05T08_00_00_0000000_CopyLog.csv",
                        log,
                        "2021-03-05T08_00_00_0000000_ConsoleLog.txt",
                        rows(
                                "System info: Machine name: EX01, 64-bit: True, User: x",
                                "Command line: --tsource C: --target IISLogFiles,EventLogs --tdest F:\\triage"),
                        "LongFileNames/1.log",
                        WEB,
                        "C/inetpub/a, b/u_ex210306.log",
                        WEB,
                        "VSS3/" + LOG,
                        WEB,
                        "e/logs/u_ex210307.log",
                        WEB)));
        assertThat(paths(taken))
                .containsExactly(
                        "C:\\inetpub\\a, b\\u_ex210306.log",
                        "D:\\logs\\W3SVC1\\u_ex210305.log",
                        LOG_PATH,
                        "E:\\logs\\u_ex210307.log");
        assertThat(taken.collected()).first().satisfies(one -> {
            assertThat(one.collector()).isEqualTo("kape");
            assertThat(one.host()).isEqualTo("EX01");
        });
        assertThat(status(taken, Kind.EVENT_LOG)).isEqualTo(Coverage.Status.NOT_FOUND);
        assertThat(status(taken, Kind.HTTP_PROXY)).isEqualTo(Coverage.Status.NOT_COLLECTED);
        assertThat(taken.problems()).isEmpty();
    }

    @Test
    void the_console_log_of_kape_lies_beside_its_archive() throws IOException {
        var archive = Packed.zip("2021-03-05T08_00_00_0000000_CopyLog.csv", rows("SourceFile,DestinationFile"));
        file("many/2021-03-05T080000_x.zip", archive);
        file("many/2021-03-05T080001_x.zip", archive);
        file("many/2021-03-05T08_00_00_1234567_ConsoleLog.txt", rows("System info: Machine name: EX01, 64-bit: True"));
        assertThat(read(temp.resolve("many")).collected())
                .extracting(one -> one.host() + " " + one.label())
                .containsExactly("EX01 x", "null x");
    }

    @Test
    void kape_without_a_console_log_is_called_as_its_archive() throws IOException {
        var archive = Packed.zip("2021-03-05T08_00_00_0000000_CopyLog.csv", rows("SourceFile,DestinationFile"));
        var taken = read(file("2021-03-05T080000_EX02.zip", archive));
        assertThat(taken.collected()).singleElement().satisfies(one -> {
            assertThat(one.host()).isNull();
            assertThat(one.label()).isEqualTo("EX02");
            assertThat(one.absences().get(Kind.IIS).how()).contains("IISLogFiles");
        });
    }

    @Test
    void what_kape_left_out_is_told() throws IOException {
        var taken = read(file(
                "a.zip",
                Packed.zip(
                        "x_CopyLog.csv",
                        rows("SourceFile,DestinationFile"),
                        "x_SkipLog.csv.csv",
                        bytes("SourceFile,SourceFileSha1,Reason\nC:\\" + LOG.replace('/', '\\') + ",A,Excluded\n"))));
        assertThat(taken.collected().getFirst().absences().get(Kind.IIS).reason())
                .contains("left them out");
    }

    @Test
    void velociraptor_decodes_each_part_by_itself() throws IOException {
        var taken = read(file(
                "Collection-EX01_corp_example-2021-03-05T08_00_00Z.zip",
                Packed.zip(
                        "client_info.json",
                        rows("{\"Hostname\": \"EX01\", \"Fqdn\": \"EX01.corp.example\"}"),
                        "uploads.json",
                        rows(
                                "{\"vfs_path\":\"C:\\\\web\\\\u_ex1.log\",\"_Components\":[\"uploads\",\"auto\",\"C:\",\"cut\"],\"Type\":\"\"}",
                                "broken"),
                        "uploads/auto/C%3A/cut",
                        WEB,
                        "uploads/auto/C%3A/Program Files/a%5Cb/c%25d.log",
                        WEB,
                        "uploads/ntfs/%5C%5C.%5CC%3A/" + LOG,
                        WEB,
                        "uploads/ntfs_vss/%5C%5C%3F%5CGLOBALROOT%5CDevice%5CHarddiskVolumeShadowCopy4/" + LOG,
                        concat(WEB, rows("2021-03-05 06:59:21 GET /ecp/ 198.51.100.61 200")),
                        "uploads/auto/C%3A/..%2F/x.log",
                        WEB,
                        "uploads/auto/C%3A/%2E%2E/x.log",
                        WEB,
                        "uploads/auto/C%3A/a%5C..%5C..%5Cb.log",
                        WEB,
                        "uploads/data/note.log",
                        WEB,
                        "uploads/auto/C%3A/empty",
                        new byte[0],
                        "uploads/auto/C%3A/empty/x.log",
                        WEB)));
        assertThat(byFile(taken))
                .containsEntry("uploads/auto/C%3A/cut", "C:\\web\\u_ex1.log")
                .containsEntry("uploads/auto/C%3A/Program Files/a%5Cb/c%25d.log", "C:\\Program Files\\a\\b\\c%d.log")
                .containsEntry("uploads/ntfs/%5C%5C.%5CC%3A/" + LOG, LOG_PATH)
                .containsEntry(
                        "uploads/ntfs_vss/%5C%5C%3F%5CGLOBALROOT%5CDevice%5CHarddiskVolumeShadowCopy4/" + LOG, LOG_PATH)
                .containsEntry("uploads/auto/C%3A/%2E%2E/x.log", "null")
                .containsEntry("uploads/auto/C%3A/a%5C..%5C..%5Cb.log", "null")
                .containsEntry("uploads/data/note.log", "null")
                .containsEntry("uploads/auto/C%3A/empty/x.log", "C:\\empty\\x.log");
        assertThat(taken.collected()).first().satisfies(one -> {
            assertThat(one.host()).isEqualTo("EX01.corp.example");
            assertThat(one.label()).isEqualTo("EX01_corp_example");
        });
        assertThat(taken.problems()).isEmpty();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Map<String, String> byFile(TakenEvidence taken) {
        return taken.traces().stream()
                .collect(Collectors.toMap(
                        trace -> trace.place()
                                .file()
                                .substring(trace.place().file().indexOf('!') + 1),
                        trace -> String.valueOf(trace.place().path()),
                        (one, _) -> one));
    }

    @Test
    void what_velociraptor_was_asked_for_and_did_not_find_was_not_found() throws IOException {
        var taken = read(file(
                "c.zip",
                Packed.zip(
                        "requests.json",
                        rows(
                                "{\"requests\":[{\"env\":[{\"key\":\"_IISLogFiles\",\"value\":\"Y\"},{\"key\":\"Exchange\",\"value\":\"N\"}]}]}"),
                        "results/Windows.KapeFiles.Targets%2FUploads.json",
                        rows(
                                "{\"SourceFile\":\"C:\\\\Windows\\\\System32\\\\winevt\\\\Logs\\\\Security.evtx\",\"Error\":\"denied\"}"),
                        "uploads.json",
                        bytes(""),
                        "uploads/auto/C%3A/x.txt",
                        bytes("x"))));
        var absences = taken.collected().getFirst().absences();
        assertThat(absences.get(Kind.IIS).status()).isEqualTo(Coverage.Status.NOT_FOUND);
        assertThat(absences.get(Kind.HTTP_PROXY).status()).isEqualTo(Coverage.Status.NOT_COLLECTED);
        assertThat(absences.get(Kind.EVENT_LOG).status()).isEqualTo(Coverage.Status.NOT_FOUND);
        assertThat(absences.get(Kind.EVENT_LOG).reason()).contains("could not take them");
    }

    @Test
    void the_old_layout_of_velociraptor_has_neither_colon_nor_table() throws IOException {
        var taken = read(file(
                "old.zip",
                Packed.zip(
                        "Generic.Client.Info/BasicInformation.json",
                        rows("{\"Hostname\":\"EX03\",\"Fqdn\":\"EX03.corp.example\"}"),
                        "auto/C/" + LOG,
                        WEB,
                        "ntfs/\\\\.\\C/inetpub/u_ex2.log",
                        WEB,
                        "D/logs/u_ex3.log",
                        WEB)));
        assertThat(paths(taken)).containsExactlyInAnyOrder(LOG_PATH, "C:\\inetpub\\u_ex2.log", "D:\\logs\\u_ex3.log");
        assertThat(taken.collected().getFirst().host()).isEqualTo("EX03.corp.example");
    }

    @Test
    void a_hunt_of_velociraptor_is_a_collection_a_host() throws IOException {
        var taken = read(file(
                "hunt.zip",
                Packed.zip(
                        "hunt_info.json",
                        bytes("{}"),
                        "ex01-C.0123456789abcdef/client_info.json",
                        bytes("{\"hostname\":\"ex01\",\"fqdn\":\"ex01\"}"),
                        "ex01-C.0123456789abcdef/uploads.json",
                        bytes(""),
                        "ex01-C.0123456789abcdef/uploads/auto/C%3A/" + LOG,
                        WEB,
                        "ex02-C.0123456789abcdee/collection_context.json",
                        bytes("{}"),
                        "ex02-C.0123456789abcdee/uploads/auto/D%3A/" + LOG,
                        WEB)));
        assertThat(taken.collected())
                .extracting(one ->
                        one.root().substring(temp.toString().length() + 1) + " " + one.host() + " " + one.label())
                .containsExactly(
                        "hunt.zip!ex01-C.0123456789abcdef ex01 ex01", "hunt.zip!ex02-C.0123456789abcdee null ex02");
        assertThat(paths(taken)).containsExactly(LOG_PATH, LOG_PATH.replace("C:", "D:"));
    }

    @Test
    void velociraptor_with_a_password_is_opened_by_it() throws IOException {
        var inner = Packed.zip("client_info.json", bytes("{\"Hostname\":\"EX01\"}"), "uploads/auto/C%3A/" + LOG, WEB);
        var path = file("locked.zip", Packed.lockedZip("correct horse", EncryptionMethod.AES, "data.zip", inner));
        var opened = TakenEvidence.in(Passwords.of(List.of("wrong", "correct horse")), path);
        assertThat(paths(opened)).containsExactly(LOG_PATH);
        assertThat(opened.problems()).isEmpty();
        assertThat(opened.collected()).allMatch(one -> "EX01".equals(one.host()));

        var wrong = TakenEvidence.in(Passwords.of(List.of("wrong")), path);
        assertThat(wrong.traces()).isEmpty();
        assertThat(wrong.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause() + problem.cure())
                        .contains("no password that was given opens it", "--password-file")
                        .doesNotContain("wrong\""));
        assertThat(status(wrong, Kind.IIS)).isEqualTo(Coverage.Status.UNREADABLE);
    }

    @Test
    void velociraptor_locked_to_a_key_is_one_problem_that_says_what_to_do() throws IOException {
        var taken = read(file(
                "locked.zip",
                Packed.lockedZip(
                        "x",
                        EncryptionMethod.AES,
                        "data.zip",
                        Packed.zip("a", WEB),
                        "+metadata.json",
                        bytes("[{\"EncryptedPass\":\"eA==\",\"Scheme\":\"X509\",\"PublicKey\":\"x\"}]"))));
        assertThat(taken.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).contains("key of its server");
            assertThat(problem.cure()).contains("velociraptor");
        });
        assertThat(status(taken, Kind.IIS)).isEqualTo(Coverage.Status.UNREADABLE);
    }

    @Test
    void orc_has_its_folders_only_in_its_table() throws IOException {
        var sample = "iis/100000000000A_2000000000000B_30_1_u_ex210305.log_00000000-0000-0000-0000-000000000000.data";
        var table = "ComputerName,VolumeID,ParentFRN,FRN,FullName,SampleName,SizeInBytes\n"
                + "EX01.corp.example,0x1,0x2,0x3,\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex210305.log,"
                + sample.replace('/', '\\') + ",10\n"
                + "EX01.corp.example,0x1,0x2,0x4,\\Windows\\System32\\winevt\\Logs\\Security.evtx,,10\n";
        var inner = Packed.sevenZip(null, "GetThis.csv", bytes(table), sample, WEB);
        var locked = Packed.sevenZip("avproof", "GetThis.csv", bytes(table), sample, PROXY);
        var outer = Packed.sevenZip(null, "TextLogs.7z", inner, "GetSamples.7z", locked);
        var taken = read(file("DFIR-ORC_Server_EX01.corp.example_General.7z", outer));
        assertThat(paths(taken)).containsExactly(LOG_PATH, LOG_PATH);
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.collected()).allMatch(one -> "EX01.corp.example".equals(one.host()));
        assertThat(taken.collected().getLast().absences().get(Kind.EVENT_LOG).reason())
                .contains("a limit was reached");
    }

    @Test
    void orc_that_is_encrypted_to_a_certificate_says_so() throws IOException {
        var taken = read(file("orc/DFIR-ORC_Server_EX01_General.7z.p7b", new byte[] {0x30, (byte) 0x80, 6, 9, 42})
                .getParent());
        assertThat(taken.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).contains("certificate");
            assertThat(problem.cure()).contains("openssl");
        });
        assertThat(status(taken, Kind.IIS)).isEqualTo(Coverage.Status.UNREADABLE);
        assertThat(taken.collected().getFirst().host()).isEqualTo("EX01");
    }

    @Test
    void the_log_collector_packs_each_kind_by_itself() throws IOException {
        var debug = "[03/05/2021 08:00:00] : Task Action: CopyLog LogPath: 'E:\\Exchange\\Logging\\HttpProxy\\Ecp'"
                + " CopyToThisLocation: 'C:\\MS_Logs_Collection\\202135\\EX01\\ECP_Proxy_Logs'\r\n";
        var taken = read(file(
                "EX01-35.zip",
                Packed.zip(
                        "ExchangeLogCollector-Instance-Debug_20210305.txt",
                        bytes(debug),
                        "General_Server_Info\\EX01_msInfo.nfo",
                        bytes("x"),
                        "IIS_W3SVC1_Logs.zip",
                        Packed.zip("u_ex210305.log", WEB),
                        "ECP_Proxy_Logs.zip",
                        Packed.zip("HttpProxy_1.LOG", PROXY),
                        "EWS_Proxy_Logs.zip",
                        Packed.zip("HttpProxy_2.LOG", PROXY),
                        "ECP_Logs\\Server.zip",
                        Packed.zip(
                                "ECPServer.LOG", rows("TimeStamp,ServerName,EventData", "2021-03-05T06:59:01Z,EX01,x")),
                        "OAB_Generation_Logs\\NoFilesDetected.txt",
                        bytes("E:\\Exchange\\Logging\\OABGeneratorLog"),
                        "PowerShell_Proxy_Logs.zip",
                        Packed.zip("NoFilesDetected.txt", bytes("x")))));
        assertThat(byFile(taken))
                .containsEntry(
                        "ECP_Proxy_Logs.zip!HttpProxy_1.LOG", "E:\\Exchange\\Logging\\HttpProxy\\Ecp\\HttpProxy_1.LOG")
                .containsEntry(
                        "EWS_Proxy_Logs.zip!HttpProxy_2.LOG", "E:\\Exchange\\Logging\\HttpProxy\\Ews\\HttpProxy_2.LOG")
                .containsEntry("IIS_W3SVC1_Logs.zip!u_ex210305.log", LOG_PATH)
                .containsEntry(
                        "ECP_Logs\\Server.zip!ECPServer.LOG", "E:\\Exchange\\Logging\\ECP\\Server\\ECPServer.LOG");
        assertThat(taken.collected()).allMatch(one -> "EX01".equals(one.host()));
        assertThat(status(taken, Kind.OAB)).isEqualTo(Coverage.Status.NOT_FOUND);
        assertThat(status(taken, Kind.REQUEST_FILTERING)).isEqualTo(Coverage.Status.NOT_COLLECTED);
        assertThat(taken.problems()).isEmpty();
    }

    @Test
    void the_package_of_defender_holds_nothing_of_the_web_server() throws IOException {
        var taken = read(file(
                "package.zip",
                Packed.zip(
                        "Forensics Collection Summary.csv",
                        rows("a,b"),
                        "Security event log/Security.evtx",
                        bytes("x"),
                        "System Information/SystemInformation.txt",
                        rows("\r", "Host Name:                 EX01\r", "OS Name: x\r"))));
        assertThat(taken.collected()).singleElement().satisfies(one -> {
            assertThat(one.host()).isEqualTo("EX01");
            assertThat(one.absences().get(Kind.IIS).status()).isEqualTo(Coverage.Status.NOT_COLLECTED);
            assertThat(one.absences().get(Kind.IIS).how()).isNotBlank();
        });
    }

    @Test
    void grr_and_cylr_and_plain_copies_have_the_path_in_the_layout() throws IOException {
        var grr = read(file(
                "g.tar.gz",
                Packed.gzip(Packed.tar(
                        "case/MANIFEST",
                        rows("archived_files: 1"),
                        "case/C.0123456789abcdef/client_info.yaml",
                        rows("client_id: x", "knowledge_base:", "  fqdn: EX01.corp.example"),
                        "case/C.0123456789abcdef/fs/os/C:/" + LOG,
                        WEB))));
        assertThat(paths(grr)).containsExactly(LOG_PATH);
        assertThat(grr.collected().getFirst().host()).isEqualTo("EX01.corp.example");

        var cylr = read(file(
                "EX04.zip",
                Packed.zip(
                        "C/$MFT",
                        bytes("x"),
                        "C/$LogFile",
                        bytes("x"),
                        "C/Windows/System32/winevt/Logs/x.txt",
                        bytes("x"),
                        "C/" + LOG,
                        WEB)));
        assertThat(paths(cylr)).containsExactly(LOG_PATH);
        assertThat(cylr.collected().getFirst().label()).isEqualTo("EX04");
        assertThat(cylr.collected().getFirst().absences().get(Kind.IIS).reason())
                .contains("W3SVC1");

        for (var drive : List.of("C/", "C$/", "C_/", "c:/", "C%3A/", "")) {
            var copy = read(file("copy.tar", Packed.tar("./EX05/" + drive + LOG, WEB)));
            assertThat(paths(copy)).as(drive).containsExactly(LOG_PATH);
            assertThat(copy.collected().getFirst().label()).isEqualTo("EX05");
        }
    }

    @Test
    void a_folder_that_is_called_like_a_drive_is_one() throws IOException {
        file("EX06/D/" + LOG, WEB);
        var taken = read(temp.resolve("EX06/D"));
        assertThat(paths(taken)).containsExactly(LOG_PATH.replace("C:", "D:"));
        assertThat(taken.collected().getFirst().label()).isEqualTo("EX06");
    }

    @Test
    void a_folder_of_many_collections_keeps_them_apart() throws IOException {
        file("cases/EX01/x_CopyLog.csv", rows("SourceFile,DestinationFile"));
        file("cases/EX01/C/" + LOG, WEB);
        file("cases/EX02.zip", Packed.zip("C/" + LOG, WEB));
        file("cases/EX03/D$/" + LOG, WEB);
        var taken = read(temp.resolve("cases"));
        assertThat(taken.collected())
                .extracting(one -> one.label() + " " + one.collector())
                .containsExactlyInAnyOrder("EX01 kape", "EX02 copy", "EX03 copy");
        assertThat(paths(taken)).containsExactly(LOG_PATH, LOG_PATH, LOG_PATH.replace("C:", "D:"));
    }

    @Test
    void the_same_file_is_read_once_in_a_collection_and_twice_in_two() throws IOException {
        file("case/EX01/x_CopyLog.csv", rows("SourceFile,DestinationFile"));
        file("case/EX01/C/" + LOG, WEB);
        file("case/EX01/VSS1/" + LOG, WEB);
        file("case/EX01/VSS2/" + LOG, concat(WEB, rows("2021-03-05 06:59:21 GET /ecp/ 198.51.100.61 200")));
        file("case/EX01.zip", Packed.zip("x_CopyLog.csv", rows("SourceFile,DestinationFile"), "C/" + LOG, WEB));
        file("case/EX02/C/" + LOG, WEB);
        var taken = read(temp.resolve("case"));
        assertThat(taken.repeated())
                .extracting(file -> file.substring(temp.toString().length() + 1))
                .containsExactly("case/EX01/VSS1/" + LOG, "case/EX01.zip!C/" + LOG);
        assertThat(taken.traces()).hasSize(4);
    }

    @Test
    void images_of_disks_are_named_with_what_to_do() throws IOException {
        var disk = new byte[1 << 20];
        disk[510] = 0x55;
        disk[511] = (byte) 0xAA;
        System.arraycopy(bytes("NTFS    "), 0, disk, 3, 8);
        var images = Map.of(
                "a.vhdx", bytes("vhdxfile and more"),
                "b.E01", new byte[] {'E', 'V', 'F', 9, 13, 10, (byte) 0xFF, 0},
                "c.ad1", bytes("ADSEGMENTEDFILE\0"),
                "d.vmdk", bytes("KDMV and more"),
                "e.vhd", bytes("conectix and more"),
                "f.dd", disk,
                "g.rar", new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
        for (var image : images.entrySet()) {
            var taken = read(file("x/" + image.getKey(), image.getValue()));
            assertThat(taken.problems())
                    .as(image.getKey())
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.cure()).isNotBlank().doesNotContain("Give logs"));
        }
        var kape = read(file(
                "k.zip",
                Packed.zip("x_CopyLog.csv", rows("SourceFile,DestinationFile"), "x.vhdx", images.get("a.vhdx"))));
        assertThat(kape.problems()).extracting(Problem::cause).containsExactly("This is an image of a disk (VHDX).");
        assertThat(status(kape, Kind.IIS)).isEqualTo(Coverage.Status.UNREADABLE);
    }

    @Test
    void a_boot_sector_that_was_collected_as_a_file_is_no_image() throws IOException {
        var boot = new byte[8192];
        boot[510] = 0x55;
        boot[511] = (byte) 0xAA;
        System.arraycopy(bytes("NTFS    "), 0, boot, 3, 8);
        assertThat(read(file("c/C/$Boot", boot).getParent().getParent()).problems())
                .isEmpty();
    }

    @Test
    void a_member_that_is_locked_leaves_its_kind_unreadable() throws IOException {
        var path = file(
                "EX01.zip", Packed.lockedZip("x", EncryptionMethod.ZIP_STANDARD, "C/" + LOG, WEB, "C/Users/a", WEB));
        var taken = read(path);
        assertThat(taken.unreadable().values()).containsExactly(Kind.IIS);
        assertThat(taken.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("2 are as the first"));
        var opened = TakenEvidence.in(Passwords.of(List.of("y", "x")), path);
        assertThat(opened.traces()).hasSize(2);
        assertThat(opened.problems()).isEmpty();
    }
}
