-- A link says what is; that it was, the ledgers of both its ends tell. A case that is taken apart from its main case loses the link.
grant delete on link to huying_app;
-- Nothing is merged into two at a time.
create unique index link_merged on link (tenant, from_id) where kind = 'merged';
