-- A burn-down as one would write it over the raw rows: for each day the addresses that showed a build, by what that
-- build is. No identity, no memory: what is not seen today is nothing, and a set of builds is undecided.
WITH builds AS (
  SELECT builds[1] AS build, any_value(states[$PLACE]) AS state
  FROM s.condition WHERE len(builds) = 1 AND NOT mixed AND len(mitigated) = 0
  GROUP BY builds[1]
),
rows AS (
  SELECT coalesce(o.seen_at, f.looked_at)::DATE AS day, p.ip, p.country,
    concat_ws('.', x.build1, x.build2, x.build3, x.build4) AS build
  FROM s.observation o JOIN s.place p ON p.id = o.place JOIN s.finding x ON x.id = o.finding
  JOIN s.file f ON f.id = o.file
)
SELECT day, $GROUP AS name,
  count(DISTINCT ip) FILTER (state = 'V') AS vulnerable,
  count(DISTINCT ip) FILTER (state = 'P') AS patched,
  count(DISTINCT ip) AS seen
FROM rows LEFT JOIN builds USING (build)
GROUP BY ALL ORDER BY ALL
