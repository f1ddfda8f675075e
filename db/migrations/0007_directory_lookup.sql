-- breaking: no
-- The import of organisations finds rows without a USCC by name and region, a thousand at a time. Without these indexes
-- every thousand would read the whole table, and an import of a province would grow with its square.

create index employer_name on employer (name, region) where valid_to is null;
create index unit_name on unit (name, region) where valid_to is null;
