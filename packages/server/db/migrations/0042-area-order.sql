-- Areas are compared by range, which means "lies within" only in the order of bytes, whatever the server's own order is.
alter table case_record alter column area type text collate "C";
alter table case_task alter column area type text collate "C";
