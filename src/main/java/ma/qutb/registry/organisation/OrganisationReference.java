package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.Territories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the organisations the publications name. What they say is kept up to date; names and numbers a registrar has
 * corrected since stay.
 */
@Component
public class OrganisationReference {

    private static final Map<String, LegalForm> FORMS = Map.ofEntries(
            Map.entry("union", LegalForm.UNION),
            Map.entry("federation", LegalForm.UNION),
            Map.entry("cooperative_group", LegalForm.COOPERATIVE),
            Map.entry("cooperative_in_formation", LegalForm.COOPERATIVE),
            Map.entry("craft_enterprise", LegalForm.ENTERPRISE),
            Map.entry("foreign_company", LegalForm.ENTERPRISE),
            Map.entry("public_company", LegalForm.ENTERPRISE),
            Map.entry("foundation", LegalForm.OTHER),
            Map.entry("training_institution", LegalForm.OTHER),
            Map.entry("media", LegalForm.OTHER),
            Map.entry("international", LegalForm.OTHER),
            Map.entry("financial_group", LegalForm.OTHER),
            Map.entry("committee", LegalForm.OTHER),
            Map.entry("ministry", LegalForm.PUBLIC_BODY),
            Map.entry("public_agency", LegalForm.PUBLIC_BODY),
            Map.entry("directorate", LegalForm.PUBLIC_BODY),
            Map.entry("directorate_group", LegalForm.PUBLIC_BODY),
            Map.entry("chamber", LegalForm.PUBLIC_BODY),
            Map.entry("national_programme", LegalForm.PUBLIC_BODY),
            Map.entry("authority", LegalForm.PUBLIC_BODY),
            Map.entry("elected_council", LegalForm.PUBLIC_BODY),
            Map.entry("elected_councils", LegalForm.PUBLIC_BODY),
            Map.entry("wilaya", LegalForm.PUBLIC_BODY),
            Map.entry("tourism_council", LegalForm.PUBLIC_BODY));

    /** Several bodies named together: never counted as one. */
    private static final Set<String> COLLECTIVE =
            Set.of("cooperative_group", "directorate_group", "financial_group", "elected_councils", "authority");

    private final JdbcClient database;
    private final Territories territories;
    private final Clock clock;

    OrganisationReference(JdbcClient database, Territories territories, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.clock = clock;
    }

    /** From the project's own file. */
    @Transactional
    public void load() {
        load(ReferenceTable.read("organisations.csv"));
    }

    void load(ReferenceTable table) {
        var places = territories.all().stream().map(it -> it.code().value()).collect(Collectors.toUnmodifiableSet());
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            if (!seen.add(row.text("code"))) {
                throw row.broken("code", "'" + row.text("code") + "' stands twice");
            }
            save(row, places);
        }
    }

    private void save(ReferenceRow row, Set<String> places) {
        var type = row.oneOf("type", FORMS.keySet());
        var form = FORMS.getOrDefault(type, LegalForm.OTHER);
        boolean body = form == LegalForm.PUBLIC_BODY || form == LegalForm.OTHER || type.equals("foreign_company");
        database.sql("""
                        insert into registry.organisation (id, name_ar, name_latin, name_en, legal_form, partner, status, territory_code,
                            reach_code, collective, reference_code, reference_type, source, locator, says_ar, says_fr, says_en,
                            note_ar, note_fr, note_en, registered_at, version)
                        values (:id, :name_ar, :name_fr, :name_en, :form, :partner, :status, :seat, :reach, :collective, :code, :type,
                            :source, :locator, :says_ar, :says_fr, :says_en, :note_ar, :note_fr, :note_en, :now, 1)
                        on conflict (reference_code) do update set reach_code = excluded.reach_code, collective = excluded.collective,
                            reference_type = excluded.reference_type, source = excluded.source, locator = excluded.locator,
                            says_ar = excluded.says_ar, says_fr = excluded.says_fr, says_en = excluded.says_en,
                            note_ar = excluded.note_ar, note_fr = excluded.note_fr, note_en = excluded.note_en
                        """)
                .param("id", Ids.next())
                .param("name_ar", row.text("name_ar"))
                .param("name_fr", row.text("name_fr"))
                .param("name_en", row.text("name_en"))
                .param("form", form.name())
                .param("partner", body)
                .param("status", type.equals("cooperative_in_formation") ? "IN_FORMATION" : "ACTIVE")
                .param("seat", row.code("seat_code", places))
                .param("reach", row.code("scope_code", places))
                .param("collective", COLLECTIVE.contains(type))
                .param("code", row.text("code"))
                .param("type", type)
                .param("source", row.optional("source"))
                .param("locator", row.optional("locator"))
                .param("says_ar", row.orEmpty("says_ar"))
                .param("says_fr", row.orEmpty("says_fr"))
                .param("says_en", row.orEmpty("says_en"))
                .param("note_ar", row.orEmpty("caveat_ar"))
                .param("note_fr", row.orEmpty("caveat_fr"))
                .param("note_en", row.orEmpty("caveat_en"))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
