-- What was published by two breakdowns at once (a unit's matters): { cross: { "value value": [n, d, x, c] } }, a key for every one that the
-- measure is kept by. Beside the others, so that reading a column of a table does not unpack the pairs. The digest is of both together. Null in
-- what was published before pairs were kept.
alter table measure_snapshot add column pairs jsonb;
