-- breaking: no
-- One event may concern several matters: a cadre whom several workers keep leaves the post. Each of them is told, so the matter
-- takes part in what makes a notice one and the same.

alter table notice drop constraint notice_realm_position_day_code_to_kind_to_unit_to_section_t_key;
alter table notice add constraint notice_once
  unique nulls not distinct (realm, position, day, code, to_kind, to_unit, to_section, to_post, demand);
