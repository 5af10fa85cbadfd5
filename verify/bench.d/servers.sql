-- The servers of one ZGrab2 file and their builds: the header first, else a number in the page, else only that the
-- server is there. Both members are taken with one look at the record.
WITH answers AS (
  SELECT ip, json_extract_string(data, ['$.http.result.response.headers.unknown', '$.http.result.response.body']) AS found
  FROM read_ndjson('$FILE', columns = {ip: 'VARCHAR', data: 'JSON'})
),
servers AS (
  SELECT
    ip,
    coalesce(found[1], '') AS headers,
    regexp_extract(found[1], '"x_owa_version","value":\["([0-9.]+)"', 1) AS header,
    regexp_extract(
      found[2],
      '(?:/owa/(?:auth/)?|exporttool\.application" version=")([0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+)?)["/]',
      1) AS page
  FROM answers
)
SELECT ip, coalesce(nullif(header, ''), page, '') AS build
FROM servers
WHERE (header <> '' OR page <> '' OR contains(headers, '"x_feserver"')) AND NOT contains(headers, '"x_feproxyinfo"')
