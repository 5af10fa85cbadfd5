// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.EvidenceReader;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.app.BundledPacks;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Level;
import org.tidemark.hunt.Stage;

/// A busy server's ordinary work, made up: no rule of high level may hit, and nothing may be graded above a probe.
class OrdinaryWorkTest {
    private static final int ROWS = 350_000;
    private static final List<HuntRule> RULES = rules();

    private static InputStream log(String kind) {
        return switch (kind) {
            case "web" ->
                new Rows(
                        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent)"
                                + " sc-status\n",
                        OrdinaryWorkTest::webRow);
            case "proxy" ->
                new Rows(
                        "DateTime,Protocol,UrlStem,AuthenticatedUser,AnchorMailbox,UserAgent,ClientIpAddress,"
                                + "ServerHostName,HttpStatus\n",
                        OrdinaryWorkTest::proxyRow);
            default ->
                new Rows(
                        "DateTime,UrlHost,UrlStem,AuthenticatedUser,ClientIpAddress,ServerHostName,HttpStatus,ClientInfo\n",
                        OrdinaryWorkTest::powerShellRow);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "proxy", "powershell"})
    void ordinary_work_is_no_finding(String kind) {
        var taken = new Hits(new Hunter(RULES));
        new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, taken).read(Input.standardInput(log(kind)));
        assertThat(taken.records()).isEqualTo(ROWS);
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.findings())
                .filteredOn(finding -> finding.stage() != null && finding.stage() != Stage.PROBED)
                .isEmpty();
        assertThat(taken.findings())
                .filteredOn(finding -> finding.stage() == null)
                .extracting(finding -> finding.rule().level())
                .doesNotContain(Level.HIGH, Level.CRITICAL);
    }

    private static List<HuntRule> rules() {
        var rules = new HuntRules();
        rules.addPacks(new BundledPacks(OrdinaryWorkTest.class.getClassLoader()).load(List.of()));
        return rules.ready();
    }

    private static String day(int i) {
        return Instant.parse("2021-03-05T00:00:00Z").plusMillis(i * 220L).toString();
    }

    /// Clients of all makes, health probes, administrators, hybrid, and scanners that are sent to the logon page.
    private static String webRow(int i) {
        var random = new Random(i);
        var user = "CORP\\user" + random.nextInt(3_000);
        var id = "&CorrelationID=<empty>;&cafeReqId=" + Long.toHexString(random.nextLong()) + ";";
        var rest = switch (random.nextInt(16)) {
            case 0 -> "POST /owa/service.svc action=FindItem" + id + " 443 " + user;
            case 1 -> "GET /owa/shared@corp.example/ " + id + " 443 " + user;
            case 2 -> "GET /owa/auth/logon.aspx replaceCurrent=1&url=https%3a%2f%2fmail.example%2fowa 443 -";
            case 3 -> "GET /owa/auth/errorfe.aspx httpCode=500&msg=script 443 -";
            case 4 -> "GET /owa/auth/Current/themes/resources/logon.css - 443 -";
            case 5 -> "POST /ews/exchange.asmx " + id + " 443 " + user;
            case 6 -> "GET /autodiscover/autodiscover.json/v1.0/a@corp.example Protocol=ActiveSync" + id + " 443 -";
            case 7 -> "GET /autodiscover/autodiscover.json Email=a%40corp.example&Protocol=Ews" + id + " 443 -";
            case 8 ->
                "POST /powershell clientApplication=ActiveMonitor;PSVersion=5.1.17763.3287 444 CORP\\HealthMailbox1";
            case 9 -> "POST /powershell clientApplication=ManagementShell;TargetServer= 80 CORP\\admin";
            case 10 -> "GET /ecp/auth/TimeoutLogout.aspx - 443 CORP\\admin";
            case 11 ->
                "POST /ecp/DDI/DDIService.svc/SetObject schema=OABVirtualDirectory&msExchEcpCanary=x 443 CORP\\admin";
            case 12 -> "POST /ecp/RulesEditor/InboxRules.svc/NewObject msExchEcpCanary=x" + id + " 443 " + user;
            case 13 -> "POST /Microsoft-Server-ActiveSync/default.eas Cmd=Ping&User=a%40corp.example 443 " + user;
            case 14 -> "GET /owa/auth/x" + random.nextInt(90) + ".aspx - 443 -";
            default -> "RPC_IN_DATA /rpc/rpcproxy.dll ex01.corp.example:6001 443 " + user;
        };
        int status = rest.startsWith("GET /owa/auth/x") ? 302 : random.nextInt(20) == 0 ? 401 : 200;
        return day(i).substring(0, 19).replace('T', ' ') + " 192.0.2.10 " + rest + " 192.0.2." + random.nextInt(255)
                + " Mozilla/5.0+(Windows+NT+10.0) " + status + "\n";
    }

    private static String proxyRow(int i) {
        var random = new Random(i);
        var anchor = switch (random.nextInt(5)) {
            case 0 -> "ServerVersion~Version 15.1 (Build 2176.2)";
            case 1 -> "Smtp~user" + random.nextInt(900) + "@corp.example";
            case 2 -> "MailboxGuid~" + Long.toHexString(random.nextLong());
            case 3 -> "";
            default -> "Sid~S-1-5-21-1-2-3-" + random.nextInt(9_000);
        };
        return day(i) + ",Owa,/owa/service.svc,CORP\\user," + anchor + ",Mozilla/5.0 (KHTML  like Gecko),192.0.2."
                + random.nextInt(255) + ",EX01,200\n";
    }

    private static String powerShellRow(int i) {
        var client =
                List.of("Microsoft WinRM Client", "Exchange BackEnd Probes", "").get(i % 3);
        return day(i) + ",ex01,/PowerShell,CORP\\admin,192.0.2.50,EX01,200," + client + "\n";
    }

    /// Rows that are made while they are read.
    private static final class Rows extends InputStream {
        private final IntFunction<String> row;
        private byte[] bytes;
        private int at;
        private int made;

        Rows(String header, IntFunction<String> row) {
            this.row = row;
            this.bytes = header.getBytes(StandardCharsets.UTF_8);
        }

        private boolean fill() {
            while (at == bytes.length) {
                if (made == ROWS) {
                    return false;
                }
                bytes = row.apply(made++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return true;
        }

        @Override
        public int read() {
            return fill() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int total = 0;
            while (total < length && fill()) {
                int count = Math.min(length - total, bytes.length - at);
                System.arraycopy(bytes, at, into, from + total, count);
                at += count;
                total += count;
            }
            return total == 0 && length > 0 ? -1 : total;
        }
    }
}
