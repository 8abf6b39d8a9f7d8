-- How many fit is asked with every page: counted in this index alone, a few pages instead of the whole listing.
create index directory_listing_by_choice on registry.directory_listing (territory_code, kind, awarded, demonstration);
