-- What a notice is about: a case, a promise or a plan. The id stays in case_id.
alter table notification add column about text not null default 'case' check (about in ('case', 'promise', 'plan'));
