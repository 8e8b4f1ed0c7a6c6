-- A case is read and written whole. With a long request or many clocks its row grows past the two thousand bytes from which PostgreSQL
-- packs it and keeps parts of it in a table beside; up to half a page it stays together instead. A page is filled: what it kept free was
-- less than a row, and a step that changes nothing that lists go by is rare.
alter table case_record set (toast_tuple_target = 4080, fillfactor = 100);
