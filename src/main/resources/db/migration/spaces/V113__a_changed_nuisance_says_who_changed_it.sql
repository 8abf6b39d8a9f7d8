-- What a craft brings with it is decided by somebody, from a day on. What came with the program was decided by nobody of the pole.
alter table spaces.craft_nuisance add column changed_by_name text not null default '';
