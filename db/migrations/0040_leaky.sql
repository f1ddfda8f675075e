-- breaking: no
-- Under a policy an index serves only conditions that cannot tell of a row they were tried on. `coalesce` counts as one that might
-- (a `case` of the same meaning does not), so that who is on duty, and who goes on with a post, read all posts.

drop index post_chain;
create index post_chain on post ((case when first_post is null then id else first_post end)) where valid_to is null;

-- Posts in force of an account are asked for at every sign-in, ended ones only with one's own hours.
create index post_account_now on post (account) where valid_to is null;
