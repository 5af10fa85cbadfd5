// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.List;

/// Answers of Exchange servers of several kinds and ages, with what a reader of them should find.
final class MailServers {
    /// Sent in a header to anybody.
    private static final String[] WITH_HEADER = {
        "15.2.2562.29", "15.2.2562.17", "15.2.1748.36", "15.2.1748.24", "15.2.1748.10", "15.2.1544.9", "15.2.1544.4",
        "15.2.1258.28", "15.2.1118.40", "15.2.986.42", "15.1.2507.44", "15.1.2507.39", "15.1.2507.6", "15.1.2375.31",
        "15.0.1497.48", "15.0.1497.42", "14.3.513.0", "14.3.496.0", "8.3.517.0"
    };

    /// Without that header; the address of their resources shows three parts.
    private static final String[] PATH_ONLY = {
        "15.2.792", "15.2.721", "15.2.659", "15.2.595", "15.1.2176", "15.1.2106", "15.1.2044", "15.1.1979", "15.1.1913",
        "15.0.1497"
    };

    private static final String[] MANIFEST = {"15.1.2176.14", "15.1.2106.13", "15.2.792.15", "15.2.721.13"};

    private MailServers() {}

    /// @param path the path that was asked last
    /// @param known whether it is to be found; the cloud service is to be left out
    /// @param build empty where nothing tells it
    record Page(String path, int status, List<String> headers, String body, boolean known, String build) {}

    static Page page(Dice dice) {
        int kind = dice.below(100);
        if (kind < 45) {
            return logonWithHeader(dice);
        } else if (kind < 70) {
            var build = dice.of(PATH_ONLY);
            return new Page("/owa/auth/logon.aspx", 200, headers(dice, null), logon(dice, build), true, build);
        } else if (kind < 78) {
            return manifest(dice);
        } else if (kind < 86) {
            return new Page("/ews/exchange.asmx", 401, headers(dice, null), "", true, "");
        } else if (kind < 94) {
            return new Page("/", 403, headers(dice, null), Pages.error(dice, "403 - Forbidden"), true, "");
        }
        return cloud(dice);
    }

    private static Page logonWithHeader(Dice dice) {
        var build = dice.of(WITH_HEADER);
        // Up to 2010 the address holds all four parts.
        boolean four = !build.startsWith("15.");
        var inPath = four ? build : build.substring(0, build.lastIndexOf('.'));
        return new Page("/owa/auth/logon.aspx", 200, headers(dice, build), logon(dice, inPath), true, build);
    }

    private static Page manifest(Dice dice) {
        var build = dice.of(MANIFEST);
        var identity = "<assemblyIdentity name=\"microsoft.exchange.ediscovery.exporttool.application\" version=\"" + build
                + "\" publicKeyToken=\"" + dice.hex(16)
                + "\" language=\"neutral\" processorArchitecture=\"msil\" xmlns=\"urn:schemas-microsoft-com:asm.v1\" />";
        var body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><asmv1:assembly manifestVersion=\"1.0\""
                + " xmlns:asmv1=\"urn:schemas-microsoft-com:asm.v1\">" + identity
                + "<deployment install=\"true\"><subscription><update><beforeApplicationStartup /></update></subscription>"
                + "</deployment></asmv1:assembly>";
        var path = "/ecp/Current/exporttool/microsoft.exchange.ediscovery.exporttool.application";
        return new Page(path, 200, headers(dice, null), body, true, build);
    }

    private static Page cloud(Dice dice) {
        var name = dice.of("FR0P281", "AM0PR04", "DB9P195") + "CA" + dice.between(1000, 9999);
        var headers = List.of(
                "x_feproxyinfo", name + ".EURP281.PROD.OUTLOOK.COM", "x_calculatedfetarget",
                name + ".internal.outlook.com", "x_feserver", name, "request_id", dice.uuid());
        return new Page("/owa/", 302, headers, "", false, "");
    }

    private static List<String> headers(Dice dice, String build) {
        var headers = new ArrayList<>(List.of("request_id", dice.uuid()));
        if (build != null) {
            headers.addAll(List.of("x_owa_version", build));
        }
        headers.addAll(List.of("x_feserver", dice.of("EX", "MAIL", "EXCH", "SRV-MBX") + dice.between(1, 99)));
        if (dice.percent(30)) {
            headers.addAll(List.of("x_aspnet_version", "4.0.30319"));
        }
        return headers;
    }

    /// Some 10 to 60 KB, as logon pages are.
    private static String logon(Dice dice, String build) {
        var resources = (build.startsWith("15.") ? "/owa/auth/" : "/owa/") + build + "/themes/resources/";
        var page = new StringBuilder(
                """
                <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
                <!-- Copyright (c) 2011 Microsoft Corporation.  All rights reserved. -->
                <!-- OwaPage = ASP.auth_logon_aspx -->

                <!-- {57A118C6-2DA9-419d-BE9A-F92B0F9A418B} -->
                <html>
                <head>
                <meta http-equiv="X-UA-Compatible" content="IE=10" />
                """);
        page.append("<link rel=\"shortcut icon\" href=\"").append(resources)
                .append("favicon.ico\" type=\"image/x-icon\">\n<title>Outlook</title>\n<style>\n");
        for (var font : List.of("regular", "semibold", "semilight", "light", "bold")) {
            page.append("@font-face {\n  font-family: \"wf_segoe-ui_").append(font)
                    .append("\";\n  src: url(\"").append(resources).append("segoeui-").append(font)
                    .append(".eot?#iefix\") format(\"embedded-opentype\"), url(\"").append(resources)
                    .append("segoeui-").append(font).append(".ttf\") format(\"truetype\");\n}\n");
        }
        int rules = dice.between(60, 400);
        for (int i = 0; i < rules; i++) {
            page.append(".logon").append(i).append(" { padding: ").append(dice.below(20)).append("px; color: #")
                    .append(dice.hex(6)).append("; background-repeat: no-repeat; vertical-align: top; }\n");
        }
        return page.append("</style>\n<script>\nvar mainLogonDiv = window.document.getElementById(\"mainLogonDiv\");\n"
                        + "var a_fRC = 1;\nvar g_fFcs = 1;\nvar a_fLOff = 0;\n</script>\n</head>\n"
                        + "<body class=\"signInBg\"><form action=\"/owa/auth.owa\" method=\"POST\" name=\"logonForm\""
                        + " autocomplete=\"off\"></form>\n</body>\n</html>\n")
                .toString();
    }
}
