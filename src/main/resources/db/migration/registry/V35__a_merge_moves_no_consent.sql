-- Merging two records moves whatever refers to the one to the other. What may be shown of somebody follows from their own
-- answers alone, which stay with the record they were given for; so does what is known of its activity.
alter table registry.directory_consent drop constraint directory_consent_person_fk;
alter table registry.person_activity drop constraint person_activity_person_fk;

delete from registry.directory_consent d
where not exists (select from registry.consent_now c where c.person_id = d.person_id and c.purpose = 'directory-name' and c.given);
