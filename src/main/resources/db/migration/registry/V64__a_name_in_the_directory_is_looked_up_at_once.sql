-- What waits to be put into such an index is read by every question, up to four megabytes of it, and the planner then rather reads the table.
select gin_clean_pending_list('registry.directory_listing_by_words');
alter index registry.directory_listing_by_words set (fastupdate = off);
