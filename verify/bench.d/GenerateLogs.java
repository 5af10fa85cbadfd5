// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.ZoneOffset;

/// Writes the logs of a busy mail server as its web server and its front-end proxy write them, with attacks planted, and
/// where these stand.
///
/// `java GenerateLogs.java FOLDER TRUTH BYTES SEED`. Three fifths of the bytes are web server logs, two fifths proxy logs;
/// six proxy rows of seven are health probes, as they are on real servers. The same seed and size give the same bytes.
/// Addresses are those of documentation and of 10.0.0.0/8. What is planted are request lines with their bodies left out.
final class GenerateLogs {
    private static final Instant START = Instant.parse("2021-03-01T00:00:00Z");
    private static final DateTimeFormatter WEB_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PROXY_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String WEB_FIELDS = "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
            + " cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken";
    private static final String PROXY_FIELDS = "DateTime,RequestId,MajorVersion,MinorVersion,BuildVersion,RevisionVersion,"
            + "ClientRequestId,Protocol,UrlHost,UrlStem,ProtocolAction,AuthenticationType,IsAuthenticated,"
            + "AuthenticatedUser,Organization,AnchorMailbox,UserAgent,ClientIpAddress,ServerHostName,HttpStatus,"
            + "BackEndStatus,ErrorCode,Method,ProxyAction,TargetServer,TargetServerVersion,RoutingType,RoutingHint,"
            + "BackEndCookie,ServerLocatorHost,ServerLocatorLatency,RequestBytes,ResponseBytes,TargetOutstandingRequests,"
            + "AuthModulePerfContext,HttpPipelineLatency,CalculateTargetBackEndLatency,GlsLatencyBreakup,"
            + "TotalGlsLatency,BackendReqInitLatency,BackendReqStreamLatency,BackendProcessingLatency,"
            + "BackendRespInitLatency,BackendRespStreamLatency,TotalProxyTime,GenericInfo,GenericErrors";
    private static final String[] AGENTS = {
        "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/88.0.4324.190+Safari/537.36",
        "Microsoft+Office/16.0+(Windows+NT+10.0;+Microsoft+Outlook+16.0.13628;+Pro)",
        "Apple-iPhone12C1/1804.52",
        "AMProbe/Local/ClientAccess",
        "Microsoft+WinRM+Client",
        "MacOutlook/16.46.21021202+(Intelx64+Mac+OS+X+Version+10.15.7+(Build+19H524))",
        "Android-SAMSUNG-SM-G973F/101.10000",
    };

    private final long seed;
    private final OutputStream truth;
    private long number;

    private GenerateLogs(long seed, OutputStream truth) {
        this.seed = seed;
        this.truth = truth;
    }

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        long size = Long.parseLong(args[2]);
        try (var truth = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            var generator = new GenerateLogs(Long.parseLong(args[3]), truth);
            generator.web(folder.resolve("u_ex210301.log"), size / 5 * 3);
            generator.proxy(folder.resolve("HttpProxy_2021030100-1.LOG"), size / 5 * 2);
        }
    }

    private interface Rows {
        String row(Dice dice, Instant time);
    }

    private void web(Path file, long size) throws IOException {
        write(
                file,
                size,
                "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n#Date: 2021-03-01 00:00:00\r\n"
                        + "#Fields: " + WEB_FIELDS + "\r\n",
                GenerateLogs::webRow,
                GenerateLogs::webAttack);
    }

    private void proxy(Path file, long size) throws IOException {
        write(
                file,
                size,
                "#Software: Microsoft Exchange Server\r\n#Version: 15.01.2106.006\r\n#Log-type: HttpProxy Logs\r\n"
                        + "#Date: 2021-03-01T00:00:00.000Z\r\n#Fields: " + PROXY_FIELDS + "\r\n",
                GenerateLogs::proxyRow,
                GenerateLogs::proxyAttack);
    }

    /// One row in 20,000 is an attack's.
    private void write(Path file, long size, String header, Rows rows, Rows attacks) throws IOException {
        long written = 0;
        long line = header.lines().count();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(header.getBytes(StandardCharsets.UTF_8));
            for (long i = 0; written < size; i++) {
                var dice = new Dice(seed, number++);
                var time = START.plusMillis(i * 40);
                boolean attack = i % 20_000 == 7_777;
                var text = (attack ? attacks : rows).row(dice, time) + "\r\n";
                line++;
                if (attack) {
                    truth.write((file.getFileName() + "\t" + line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                out.write(bytes);
                written += bytes.length;
            }
        }
    }

    private static String inside(Dice dice) {
        return "10." + dice.below(4) + "." + dice.below(250) + "." + dice.between(1, 250);
    }

    private static String user(Dice dice) {
        return "user" + dice.below(4_000);
    }

    private static String request(Dice dice) {
        return "&CorrelationID=<empty>;&cafeReqId=" + dice.uuid() + ";";
    }

    private static String webRow(Dice dice, Instant time) {
        var mail = user(dice) + "@corp.example";
        var request = request(dice);
        var part = switch (dice.below(14)) {
            case 0, 1 -> "POST /owa/service.svc action=FindItem&EP=1&UA=0" + request + " 443 CORP\\" + user(dice);
            case 2, 3 -> "POST /mapi/emsmdb/ MailboxId=" + dice.uuid() + "@corp.example" + request + " 443 CORP\\" + user(dice);
            case 4 -> "POST /Microsoft-Server-ActiveSync/default.eas Cmd=Ping&User=" + mail + "&DeviceId=ApplC"
                    + dice.hex(16) + "&DeviceType=iPhone" + request + " 443 " + mail;
            case 5 -> "POST /EWS/Exchange.asmx " + request.substring(1) + " 443 CORP\\" + user(dice);
            case 6 -> "POST /autodiscover/autodiscover.xml " + request.substring(1) + " 443 CORP\\" + user(dice);
            case 7 -> "GET /owa/prem/15.1.2106.2/scripts/boot.worldwide." + dice.below(4) + ".mouse.js - 443 -";
            case 8 -> "GET /owa/auth/logon.aspx url=https%3a%2f%2fmail.corp.example%2fowa&reason=0 443 -";
            case 9 -> "GET /ecp/exhealth.check &ActID=" + dice.uuid() + " 443 -";
            case 10 -> "POST /powershell clientApplication=ActiveMonitor;PSVersion=5.1.14393.4225" + request + " 443 CORP\\HealthMailbox" + dice.hex(7);
            case 11 -> "GET /autodiscover/autodiscover.json/v1.0/" + mail + " Protocol=ActiveSync&RedirectCount=1" + request + " 443 -";
            case 12 -> "RPC_OUT_DATA /rpc/rpcproxy.dll " + dice.uuid() + "@corp.example:6001" + request + " 443 CORP\\" + user(dice);
            default -> "POST /OAB/" + dice.uuid() + "/oab.xml " + request.substring(1) + " 443 CORP\\" + user(dice);
        };
        var status = dice.percent(4) ? "401 1 2148074254" : dice.percent(2) ? "302 0 0" : "200 0 0";
        return WEB_TIME.format(time) + " 10.0.0.10 " + part + " " + inside(dice) + " " + dice.of(AGENTS) + " - " + status + " "
                + dice.tailed(3, 9_000);
    }

    private static String webAttack(Dice dice, Instant time) {
        var part = switch (dice.below(6)) {
            case 0 -> "POST /owa/auth/Current/themes/resources/logon.css - 443 -";
            case 1 -> "POST /ecp/y.js - 443 -";
            case 2 -> "POST /autodiscover/autodiscover.json a=b@corp.example/powershell/?X-Rps-CAT=VgEA 443 -";
            case 3 -> "GET /autodiscover/autodiscover.json @corp.example/mapi/nspi/?&Email=autodiscover/autodiscover.json%3f@corp.example 443 -";
            case 4 -> "POST /owa/x@corp.example/powershell/ - 443 -";
            default -> "POST /aspnet_client/" + dice.hex(6) + ".aspx - 443 -";
        };
        return WEB_TIME.format(time) + " 10.0.0.10 " + part + " 198.51.100." + dice.between(1, 200)
                + " python-requests/2.25.1 - 200 0 0 " + dice.tailed(3, 9_000);
    }

    private static String proxyRow(Dice dice, Instant time) {
        boolean probe = dice.below(7) > 0;
        var protocol = dice.of("Owa", "Ews", "Mapi", "Eas", "Autodiscover", "Ecp", "PowerShell");
        var stem = switch (protocol) {
            case "Owa" -> probe ? "/owa/exhealth.check" : "/owa/service.svc";
            case "Ews" -> "/EWS/Exchange.asmx";
            case "Mapi" -> "/mapi/emsmdb";
            case "Eas" -> "/Microsoft-Server-ActiveSync/default.eas";
            case "Autodiscover" -> "/autodiscover/autodiscover.xml";
            case "Ecp" -> "/ecp/exhealth.check";
            default -> "/powershell";
        };
        var who = probe ? "HealthMailbox" + dice.hex(7) + "@corp.example" : user(dice) + "@corp.example";
        return proxy(dice, time, protocol, stem, who, "Sid~S-1-5-21-1111111111-2222222222-3333333333-" + dice.between(1_100, 9_000),
                probe ? "AMProbe/Local/ClientAccess" : dice.of(AGENTS).replace('+', ' '), inside(dice), "200",
                "TargetServer-" + protocol, "Sid-" + who);
    }

    private static String proxyAttack(Dice dice, Instant time) {
        var path = dice.of("/autodiscover/autodiscover.xml?#", "/mapi/emsmdb/?#", "/ecp/proxyLogon.ecp?#",
                "/ecp/DDI/DDIService.svc/GetObject?msExchEcpCanary=x#");
        return proxy(dice, time, "Ecp", "/ecp/y.js", "", "ServerInfo~a]@ex01.corp.example:444" + path,
                "python-requests/2.25.1", "198.51.100." + dice.between(1, 200), path.contains("proxyLogon") ? "241" : "200",
                "ServerInfo", "X-BEResource-Cookie");
    }

    private static String proxy(Dice dice, Instant time, String protocol, String stem, String who, String anchor,
            String agent, String client, String status, String action, String hint) {
        return PROXY_TIME.format(time) + "," + dice.uuid() + ",15,1,2106,6," + dice.uuid() + "," + protocol
                + ",mail.corp.example," + stem + ",," + (who.isEmpty() ? "FBA,False" : "Negotiate,True") + "," + who + ",,"
                + anchor + "," + agent + "," + client + ",EX01," + status + "," + status + ",,POST,Proxy,"
                + action + ".corp.example,15.01.2106.000,IntraForest," + hint + ",Database~" + dice.uuid()
                + "~~2021-03-30T00:00:00,,," + dice.below(9_000) + "," + dice.below(90_000) + ",1,," + dice.below(30)
                + "," + dice.below(9) + ",,0," + dice.below(9) + ",0," + dice.below(400) + ",0,0," + dice.below(500)
                + ",BeginRequest=" + PROXY_TIME.format(time) + ";CorrelationID=<empty>;ProxyState-Run=None;"
                + "DBL:ServerLocator.Lookup;ProxyState-Complete=ProxyResponseData;EndRequest=" + PROXY_TIME.format(time)
                + ";I32:ADS.C[dc1]=" + dice.below(9) + ";F:ADS.AL[dc1]=1.2" + dice.below(999_999) + ";,";
    }
}
