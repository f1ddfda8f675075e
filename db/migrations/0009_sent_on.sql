-- breaking: no
-- A unit that sent a demand on may still see it, and so it must stand in its lists: its rows in work carry bit 32. Rows of
-- earlier demands get it at their next event, or by `zhagen projections rebuild`.
comment on column work.duty is 'Bits of every holder at or below this unit: 1 triage, 2 lead, 4 joint, 8 callback, 16 copy, 32 sent on.';
