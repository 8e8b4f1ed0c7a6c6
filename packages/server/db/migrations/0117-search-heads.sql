-- The newest blocks in force: what was replaced lies beside them for a while, and after everything was built anew that is thousands.
create index search_block_newest on search_block (tenant, newest desc, block desc) where replaced_at is null;
