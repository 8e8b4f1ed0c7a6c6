-- A notice may be about a blocker too: whoever is to clear it need not see the project it stands in the way of.
alter table notification drop constraint notification_about_check;
alter table notification add constraint notification_about_check check (about in ('case', 'promise', 'plan', 'blocker'));
