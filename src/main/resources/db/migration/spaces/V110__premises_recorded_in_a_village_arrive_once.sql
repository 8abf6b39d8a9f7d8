-- Premises of villages that stand closed or unused: what they are, whose, where, in what state, and what stands in the way.
create sequence spaces.premises_number;
grant usage on sequence spaces.premises_number to qutb_application;

-- The id is minted by the phone it was recorded on, so that what is sent twice arrives once. Places are millionths of a degree.
create table spaces.premises (
    id             uuid        constraint premises_pk primary key,
    number         int         not null default nextval('spaces.premises_number') constraint premises_number_once unique,
    name           text        not null constraint premises_named check (name <> '' and length(name) <= 120),
    territory_code text        not null constraint premises_territory_fk references registry.territory,
    place_ar       text        not null,
    place_fr       text        not null,
    place_en       text        not null,
    territories    text[]      not null,
    village        text        not null default '' constraint premises_village_short check (length(village) <= 120),
    kind           text        not null constraint premises_kind_known
                                   check (kind in ('womens_club', 'community_house', 'school', 'workshop', 'shop', 'store', 'other')),
    owner_kind     text        not null constraint premises_owner_known
                                   check (owner_kind in ('commune', 'association', 'cooperative', 'state', 'private')),
    owner_name     text        not null default '' constraint premises_owner_short check (length(owner_name) <= 120),
    area_dm2       int         constraint premises_area_plausible check (area_dm2 between 1 and 10000000),
    condition      text        not null constraint premises_condition_known check (condition in ('good', 'worn', 'damaged', 'ruined')),
    obstacles      text[]      not null default '{}' constraint premises_obstacles_known check (obstacles <@ array['ownership', 'agreement',
                                   'structure', 'water', 'power', 'access', 'equipment', 'money', 'dispute']),
    latitude       int         constraint premises_latitude_plausible check (latitude between -90000000 and 90000000),
    longitude      int         constraint premises_longitude_plausible check (longitude between -180000000 and 180000000),
    landmark       text        not null default '' constraint premises_landmark_short check (length(landmark) <= 200),
    note           text        not null default '' constraint premises_note_short check (length(note) <= 1000),
    recorded_at    timestamptz not null,
    arrived_at     timestamptz not null,
    device         boolean     not null,
    recorded_by    uuid        not null,
    recorded_by_name text      not null,
    demonstration  boolean     not null,
    version        bigint      not null,
    constraint premises_in_its_territories check (territory_code = any (territories)),
    constraint premises_can_be_found check ((latitude is null) = (longitude is null) and (latitude is not null or landmark <> '')),
    constraint premises_recorded_before_it_arrived check (recorded_at <= arrived_at)
);
create index premises_by_territory on spaces.premises (territory_code);

-- Each photo has a key of its own, minted by whoever took it.
create table spaces.premises_photo (
    id          uuid        constraint premises_photo_pk primary key,
    premises_id uuid        not null constraint premises_photo_of_premises references spaces.premises,
    file        uuid        not null,
    added_by    uuid        not null,
    added_at    timestamptz not null
);
create index premises_photo_by_premises on spaces.premises_photo (premises_id, added_at);

-- What an answer counts, from a day on: the rule may change, what was assessed under the old one stays as it was.
create table spaces.assessment_points (
    question text      not null constraint assessment_question_known
                           check (question in ('structure', 'power', 'water', 'road', 'ownership', 'women')),
    answer   text      not null constraint assessment_answer_said check (answer <> ''),
    points   smallint  not null constraint assessment_points_plausible check (points between 0 and 100),
    during   daterange not null constraint assessment_points_last check (not isempty(during) and lower(during) is not null),
    constraint assessment_points_pk primary key (question, answer, during),
    constraint assessment_points_one_at_a_time exclude using gist (question with =, answer with =, during with &&)
);

-- A premises is assessed now and then; the latest counts. most: what the best answers counted on that day.
create table spaces.premises_assessment (
    id              uuid        constraint premises_assessment_pk primary key,
    premises_id     uuid        not null constraint premises_assessment_of_premises references spaces.premises,
    assessed_on     date        not null,
    score           int         not null,
    most            int         not null,
    note            text        not null default '',
    recorded_at     timestamptz not null,
    recorded_by_name text       not null,
    constraint premises_assessment_within check (score between 0 and most and most > 0)
);
create index premises_assessment_by_premises on spaces.premises_assessment (premises_id, assessed_on, recorded_at);

create table spaces.premises_answer (
    assessment_id uuid     not null constraint premises_answer_of_assessment references spaces.premises_assessment,
    question      text     not null,
    answer        text     not null,
    points        smallint not null,
    constraint premises_answer_pk primary key (assessment_id, question)
);

-- How far a premises has come is not among what may be changed: a later table tells it.
grant select, insert, update (name, territory_code, place_ar, place_fr, place_en, territories, village, kind, owner_kind, owner_name, area_dm2, condition, obstacles, latitude,
    longitude, landmark, note, version) on spaces.premises to qutb_application;
grant select, insert, update on spaces.assessment_points to qutb_application;
grant select, insert on spaces.premises_photo, spaces.premises_assessment, spaces.premises_answer to qutb_application;
select identity.audit_table('spaces.premises', 'id');
select identity.audit_table('spaces.premises_photo', 'id');
select identity.audit_table('spaces.assessment_points', 'question');
select identity.audit_table('spaces.premises_assessment', 'id');
select identity.audit_table('spaces.premises_answer', 'assessment_id');
