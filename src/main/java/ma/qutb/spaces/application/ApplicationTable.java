package ma.qutb.spaces.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.PartyKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Applications with their wishes and papers, as many as asked for in one query. */
@Repository
@Transactional(readOnly = true)
class ApplicationTable implements Applications {

    private static final String APPLICATION = """
            select a.*, w.units, d.codes, d.files, d.moments, d.seen, d.refused
              from spaces.application a
              cross join lateral (select coalesce(array_agg(unit_id order by rank), '{}') as units
                                    from spaces.application_wish where application_id = a.id) w
              cross join lateral (select coalesce(array_agg(code order by code), '{}') as codes, array_agg(file_id order by code) as files,
                                         array_agg(brought_at order by code) as moments, array_agg(seen_by_name order by code) as seen,
                                         array_agg(refused_why order by code) as refused
                                    from spaces.application_document where application_id = a.id) d
            """;

    private final JdbcClient database;

    ApplicationTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Application> find(ApplicationId application) {
        return database.sql(APPLICATION + "where a.id = :id")
                .param("id", application.value())
                .query(ApplicationTable::application)
                .optional();
    }

    @Override
    public Optional<Application> numbered(String number) {
        return database.sql(APPLICATION + "where a.number = :number")
                .param("number", number)
                .query(ApplicationTable::application)
                .optional();
    }

    @Override
    public List<Application> standing(CallId call) {
        return database.sql(APPLICATION + """
                        where a.call_id = :call and a.submitted_at is not null and a.withdrawn_at is null order by a.position
                        """)
                .param("call", call.value())
                .query(ApplicationTable::application)
                .list();
    }

    @Override
    public List<Application> of(List<Applicant> parties) {
        return database.sql(APPLICATION + """
                        where (a.person_id = any(:parties) or a.organisation_id = any(:parties)) and a.withdrawn_at is null
                        order by a.begun_at desc, a.id desc
                        """)
                .param("parties", parties.stream().map(Applicant::id).toArray(UUID[]::new))
                .query(ApplicationTable::application)
                .list();
    }

    private static Application application(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                Optional.ofNullable(row.getString("number")),
                new Applicant(
                        PartyKind.of(row.getString("party_kind")),
                        person != null ? person : row.getObject("organisation_id", UUID.class)),
                Optional.ofNullable(row.getString("craft_code")).map(CraftCode::new),
                row.getBoolean("needs_access"),
                Stream.of((String[]) row.getArray("groups").getArray())
                        .flatMap(it -> Group.of(it).stream())
                        .collect(Collectors.toSet()),
                Arrays.stream((UUID[]) row.getArray("units").getArray())
                        .map(UnitId::new)
                        .toList(),
                papers(row),
                row.getString("step"),
                moment(row, "begun_at").orElseThrow(),
                moment(row, "submitted_at"),
                moment(row, "withdrawn_at"),
                Optional.ofNullable(row.getObject("acted_person", UUID.class)).map(PersonId::new),
                row.getString("taken_by_name"),
                row.getBoolean("demonstration"));
    }

    private static List<Brought> papers(ResultSet row) throws SQLException {
        var codes = (String[]) row.getArray("codes").getArray();
        if (codes.length == 0) {
            return List.of();
        }
        var files = (UUID[]) row.getArray("files").getArray();
        var moments = (java.sql.Timestamp[]) row.getArray("moments").getArray();
        var seen = (String[]) row.getArray("seen").getArray();
        var refused = (String[]) row.getArray("refused").getArray();
        return IntStream.range(0, codes.length)
                .mapToObj(i -> new Brought(
                        AskedPaper.of(codes[i]).orElseThrow(),
                        Optional.ofNullable(files[i]),
                        moments[i].toInstant(),
                        seen[i],
                        refused[i]))
                .toList();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
