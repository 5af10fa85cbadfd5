// SPDX-License-Identifier: Apache-2.0

/// Bodies of answers that are no mail server's, as such a scan meets them.
final class Pages {
    static final String NGINX_WELCOME =
            """
            <!DOCTYPE html>
            <html>
            <head>
            <title>Welcome to nginx!</title>
            <style>
            html { color-scheme: light dark; }
            body { width: 35em; margin: 0 auto;
            font-family: Tahoma, Verdana, Arial, sans-serif; }
            </style>
            </head>
            <body>
            <h1>Welcome to nginx!</h1>
            <p>If you see this page, the nginx web server is successfully installed and
            working. Further configuration is required.</p>
            <p>For online documentation and support please refer to
            <a href="http://nginx.org/">nginx.org</a>.<br/>
            Commercial support is available at
            <a href="http://nginx.com/">nginx.com</a>.</p>
            <p><em>Thank you for using nginx.</em></p>
            </body>
            </html>
            """;

    static final String IIS_START =
            """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" />
            <title>IIS Windows Server</title>
            <style type="text/css">
            <!--
            body { color:#000000; background-color:#0072C6; margin:0; }
            #container { margin-left:auto; margin-right:auto; text-align:center; }
            a img { border:none; }
            -->
            </style>
            </head>
            <body>
            <div id="container">
            <a href="http://go.microsoft.com/fwlink/?linkid=66138&amp;clcid=0x409"><img src="iisstart.png" alt="IIS" width="960" height="600" /></a>
            </div>
            </body>
            </html>
            """;

    private Pages() {}

    static String apacheDefault(Dice dice) {
        var page = new StringBuilder(
                """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
                <html xmlns="http://www.w3.org/1999/xhtml">
                  <head>
                    <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
                    <title>Apache2 Default Page: It works</title>
                    <style type="text/css" media="screen">
                """);
        for (int i = 0; i < 40; i++) {
            page.append("  div.section_").append(i).append(" {\n    padding: 3px ").append(i % 9)
                    .append("px 3px 3px;\n    background-color: #").append(i * 7919 % 900 + 100)
                    .append(";\n    font-size: 11pt;\n    text-align: justify;\n  }\n");
        }
        return page.append("    </style>\n  </head>\n  <body>\n")
                .append(paragraphs(dice, 2500))
                .append("  </body>\n</html>\n")
                .toString();
    }

    static String error(Dice dice, String title) {
        if (dice.percent(50)) {
            return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                    + "</h1></center>\r\n<hr><center>nginx/1." + dice.between(14, 27) + "." + dice.below(5)
                    + "</center>\r\n</body>\r\n</html>\r\n";
        }
        return "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>" + title
                + "</title>\n</head><body>\n<h1>" + title + "</h1>\n<p>" + dice.words(160)
                + "</p>\n<hr>\n<address>Apache/2.4." + dice.between(6, 62) + " (Debian) Server at " + dice.host()
                + " Port 443</address>\n</body></html>\n";
    }

    static String json(Dice dice) {
        var body = new StringBuilder("{\"status\":\"" + dice.of("ok", "error", "unauthorized") + "\",\"version\":\""
                + dice.below(9) + "." + dice.below(30) + "." + dice.below(9) + "\",\"requestId\":\"" + dice.uuid()
                + "\",\"items\":[");
        int items = dice.tailed(2, 60);
        for (int i = 0; i < items; i++) {
            body.append(i == 0 ? "" : ",").append("{\"id\":").append(dice.below(1_000_000))
                    .append(",\"name\":\"").append(dice.words(20)).append("\",\"href\":\"https://")
                    .append(dice.host()).append("/api/v1/items/").append(dice.hex(8))
                    .append("\",\"enabled\":").append(dice.percent(70)).append('}');
        }
        return body.append("]}").toString();
    }

    /// The login page of a router, a camera, a storage box.
    static String device(Dice dice) {
        var name = dice.of("RouterBoard", "NAS-" + dice.hex(4), "IP Camera", "Printer", "SSL VPN Portal", "Firewall");
        var page = new StringBuilder("<html><head><title>" + name + "</title>\n<script type=\"text/javascript\">\n");
        int variables = dice.tailed(20, 400);
        for (int i = 0; i < variables; i++) {
            page.append("var ").append(dice.of("cfg", "lang", "menu", "net", "usr")).append('_').append(i)
                    .append(" = \"").append(dice.words(dice.between(5, 40))).append("\";\n");
        }
        return page.append("</script></head>\n<body onload=\"init()\"><form method=\"post\" action=\"/login.cgi\">")
                .append("<input name=\"user\"><input type=\"password\" name=\"pass\"></form>\n</body></html>\n")
                .toString();
    }

    static String site(Dice dice) {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"" + dice.of("en", "de", "fr", "ru", "ja", "zh")
                + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + dice.words(30) + "</title>\n");
        int links = dice.between(4, 20);
        for (int i = 0; i < links; i++) {
            page.append("<link rel=\"stylesheet\" href=\"/wp-content/plugins/").append(dice.word())
                    .append("/assets/css/style.min.css?ver=").append(dice.below(9)).append('.')
                    .append(dice.below(20)).append("\" media=\"all\">\n");
        }
        return page.append("</head>\n<body class=\"home page\">\n")
                .append(paragraphs(dice, dice.tailed(900, 50_000)))
                .append("</body>\n</html>\n")
                .toString();
    }

    private static String paragraphs(Dice dice, int characters) {
        var page = new StringBuilder(characters + 500);
        while (page.length() < characters) {
            page.append("<div class=\"col-md-").append(dice.between(1, 12)).append("\"><h2>")
                    .append(dice.words(20)).append("</h2><p>").append(dice.words(dice.between(80, 400)))
                    .append("</p><a href=\"/").append(dice.word()).append('/').append(dice.hex(6)).append("\">")
                    .append(dice.word()).append("</a></div>\n");
        }
        return page.toString();
    }

    /// Speaks of the product or points to somebody's server; is none itself.
    static String about(Dice dice) {
        var mention = dice.of(
                "<p>Hosted Microsoft Exchange from 4.90 a month.</p>",
                "<a href=\"https://" + dice.host() + "/owa/auth/logon.aspx\">Webmail</a>",
                "<p>Set up Outlook Web Access in five steps.</p>");
        return site(dice).replace("</body>", mention + "\n</body>");
    }
}
