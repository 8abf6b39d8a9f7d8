-- Meetings about unused premises: who came, what was said and decided. Those of publications carry their place in them; what people of the
-- pole write stands in Arabic only where they wrote it so.
create table spaces.meeting (
    id             uuid    constraint meeting_pk primary key,
    held_on        date    not null,
    name_ar        text    not null,
    name_fr        text    not null default '',
    name_en        text    not null default '',
    territory_code text    not null constraint meeting_territory_fk references registry.territory,
    territories    text[]  not null,
    minutes_ar     text    not null default '' constraint meeting_minutes_short check (length(minutes_ar) <= 8000),
    minutes_fr     text    not null default '',
    minutes_en     text    not null default '',
    minutes_file   uuid,
    source         text    not null default '',
    locator        text    not null default '',
    reference_code text    constraint meeting_reference_once unique,
    entered_at     timestamptz not null,
    entered_by_name text   not null,
    demonstration  boolean not null,
    version        bigint  not null,
    constraint meeting_named check (name_ar || name_fr <> ''),
    constraint meeting_in_its_territories check (territory_code = any (territories))
);

create table spaces.meeting_participant (
    meeting_id      uuid not null constraint meeting_participant_of_meeting references spaces.meeting,
    position        int  not null,
    organisation_id uuid constraint meeting_participant_organisation_fk references registry.organisation,
    who_ar          text not null default '',
    who_fr          text not null default '',
    who_en          text not null default '',
    constraint meeting_participant_pk primary key (meeting_id, position),
    constraint meeting_participant_said check (organisation_id is not null or who_ar || who_fr <> '')
);

create table spaces.meeting_decision (
    id          uuid constraint meeting_decision_pk primary key,
    meeting_id  uuid not null constraint meeting_decision_of_meeting references spaces.meeting,
    position    int  not null,
    words_ar    text not null default '',
    words_fr    text not null default '',
    words_en    text not null default '',
    premises_id uuid constraint meeting_decision_about references spaces.premises,
    due_on      date,
    done_on     date,
    locator     text not null default '',
    constraint meeting_decision_once unique (meeting_id, position),
    constraint meeting_decision_said check (words_ar || words_fr <> '')
);
create index meeting_decision_by_premises on spaces.meeting_decision (premises_id);

-- A cooperative, an association or the commune itself proposes what to make of a premises.
create table spaces.premises_proposal (
    id              uuid    constraint premises_proposal_pk primary key,
    premises_id     uuid    not null constraint premises_proposal_of_premises references spaces.premises,
    organisation_id uuid    constraint premises_proposal_by_organisation references registry.organisation,
    made_on         date    not null,
    purpose         text    not null constraint premises_proposal_said check (purpose <> '' and length(purpose) <= 500),
    women           int     not null constraint premises_proposal_women check (women between 0 and 10000),
    document        uuid,
    state           text    not null constraint premises_proposal_state_known check (state in ('made', 'retained', 'declined')),
    decided_on      date,
    reason          text    not null default '',
    recorded_at     timestamptz not null,
    recorded_by_name text   not null,
    version         bigint  not null,
    constraint premises_proposal_decided_on_a_day check ((state = 'made') = (decided_on is null)),
    constraint premises_proposal_decided_after check (decided_on >= made_on),
    constraint premises_proposal_declined_for_a_reason check (state <> 'declined' or reason <> '')
);
create index premises_proposal_by_premises on spaces.premises_proposal (premises_id);
create unique index premises_proposal_one_retained on spaces.premises_proposal (premises_id) where state = 'retained';

grant select, insert, update on spaces.meeting, spaces.meeting_decision, spaces.premises_proposal to qutb_application;
grant select, insert on spaces.meeting_participant to qutb_application;
select identity.audit_table('spaces.meeting', 'id');
select identity.audit_table('spaces.meeting_participant', 'meeting_id');
select identity.audit_table('spaces.meeting_decision', 'id');
select identity.audit_table('spaces.premises_proposal', 'id');
