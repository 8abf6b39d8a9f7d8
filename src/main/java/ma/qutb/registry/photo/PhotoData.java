package ma.qutb.registry.photo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.documents.FileId;
import ma.qutb.documents.Files;
import ma.qutb.documents.Forgetting;
import ma.qutb.identity.AuditTrail;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos of a person: the one shown, those shown before, and those proposed. */
@Component
class PhotoData implements PersonalData {

    private final JdbcClient database;
    private final Files files;
    private final Forgetting forgetting;
    private final AuditTrail trail;

    PhotoData(JdbcClient database, Files files, Forgetting forgetting, AuditTrail trail) {
        this.database = database;
        this.files = files;
        this.forgetting = forgetting;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public List<Map<String, Object>> about(PersonId person) {
        return photos(person).stream()
                .flatMap(it -> files.find(it).stream())
                .map(it -> Map.<String, Object>of("photo", it.id().path(), "registered_at", it.uploadedAt()))
                .toList();
    }

    @Override
    public void forget(PersonId person) {
        photos(person).forEach(forgetting::file);
        earlier(person).forEach(forgetting::file);
    }

    /** What the record showed once, before another photo or none took its place. */
    private List<FileId> earlier(PersonId person) {
        return trail.of("registry.person", person.toString()).stream()
                .flatMap(it -> it.differences().stream())
                .filter(it -> it.field().equals("photo"))
                .flatMap(it -> Stream.ofNullable(it.before()))
                .distinct()
                .map(it -> new FileId(UUID.fromString(it)))
                .filter(it -> files.find(it).isPresent())
                .toList();
    }

    private List<FileId> photos(PersonId person) {
        return database.sql("""
                        select photo from registry.person where (id = :person or merged_into = :person) and photo is not null
                        union
                        select cast(it as uuid) from registry.correction c
                        join registry.correction_part p on p.correction_id = c.id and p.part = 'photo'
                        cross join unnest(array[p.before, p.after]) as it
                        where c.person_id = :person and it <> ''
                        """).param("person", person.value()).query(UUID.class).list().stream()
                .map(FileId::new)
                .toList();
    }
}
