-- breaking: no
-- A union gives a number to one directive, also when two of its people press at the same moment: commands of one batch are
-- decided before any of their rows is written, so only the table itself can tell. What it refuses is decided again by itself.

drop index directive_number;
create unique index directive_number on directive (realm, unit, number);
