-- An item of the review that is a livelihood project of the year's vote: the promise is the project's, whenever it is made.
alter table review_item add column candidate uuid;
alter table review_item add constraint review_item_candidate foreign key (tenant, candidate) references candidate (tenant, id);
create index review_of_candidate on review_item (tenant, candidate) where candidate is not null;
