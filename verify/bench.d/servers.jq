# The servers of ZGrab2 output and their builds: the header first, else a number in the page, else only that the server
# is there. The page is searched by regular expression only where a plain search finds the text before the number.
.ip as $ip
| .data.http.result.response
| select(. != null)
| ([.headers.unknown[]? | {key, value: .value[0]}] | from_entries) as $headers
| select($headers.x_feproxyinfo == null)
| (.body // "") as $body
| ($headers.x_owa_version
   // (if ($body | contains("/owa/") or contains("exporttool.application"))
       then first($body | match("(?:/owa/(?:auth/)?|exporttool\\.application\" version=\")([0-9]+\\.[0-9]+\\.[0-9]+(?:\\.[0-9]+)?)[\"/]") | .captures[0].string)
       else null end)
   // (if $headers.x_feserver then "" else null end)) as $build
| select($build != null)
| "\($ip)\t\($build)"
