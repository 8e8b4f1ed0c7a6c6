-- The queue's tables belong to the owner; the program's role may add a job in its transaction and do nothing else there.
create function enqueue_job(task text, payload json, run_at timestamptz, job_key text, max_attempts integer, queue_name text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    select from graphile_worker.add_job(task, payload, queue_name := queue_name, run_at := run_at,
      max_attempts := max_attempts, job_key := job_key)
  $$;
revoke all on function enqueue_job(text, json, timestamptz, text, integer, text) from public;
grant execute on function enqueue_job(text, json, timestamptz, text, integer, text) to huying_app;
