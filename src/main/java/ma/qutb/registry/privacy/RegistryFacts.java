package ma.qutb.registry.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.Documents;
import ma.qutb.documents.Forgetting;
import ma.qutb.kernel.Language;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import ma.qutb.shell.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the registry itself, and the papers it had issued, know about a person. */
@Configuration
class RegistryFacts {

    @Bean
    PersonalData whoTheyAre(JdbcClient database) {
        return new Facts(database, 10, "person", """
                select number, given_name_ar, family_name_ar, given_name_latin, family_name_latin, father_name_ar, father_name_latin,
                    grandfather_name_ar, grandfather_name_latin, sex, birth_date, birth_precision, phone, phone_shared, other_phones,
                    territory_code as place, landmark, languages, reading_ease, photo, story_ar, story_fr, story_en, note, registered_at
                from registry.person where id = :person
                """);
    }

    @Bean
    PersonalData whatTheyPractise(JdbcClient database) {
        return new Facts(database, 20, "artisan", """
                select category, practising_since as since, register_number, register_status, registered_on, proof, card_number,
                    card_expires_on, workplace, workplace_note, health_cover, cnss_number, cover_proved_on
                from registry.artisan where person_id = :person
                """);
    }

    @Bean
    PersonalData theirCrafts(JdbcClient database) {
        return new Facts(database, 30, "crafts", """
                select craft_code as craft, since from registry.artisan_craft where person_id = :person order by position
                """);
    }

    @Bean
    PersonalData theirOrganisations(JdbcClient database) {
        return new Facts(database, 50, "organisations", """
                select o.sort_name_ar as organisation, m.role, m.joined_on, m.left_on, m.shares
                from registry.membership m join registry.organisation o on o.id = m.organisation_id
                where m.person_id = :person order by m.joined_on
                """);
    }

    @Bean
    PersonalData theirDistinctions(JdbcClient database) {
        return new Facts(database, 60, "distinctions", """
                select kind, title_ar, title_fr, year, level from registry.distinction where person_id = :person order by year
                """);
    }

    @Bean
    PersonalData theirConsent(JdbcClient database) {
        return new Facts(database, 70, "consent", """
                select purpose, given, happened_at, manner, recorded_by, notice_version from registry.consent_entry
                where person_id = :person order by id
                """);
    }

    @Bean
    PersonalData theirCorrections(JdbcClient database) {
        return new Facts(database, 80, "corrections", """
                select c.field, p.part, p.before, p.after, c.proposed_at, c.state, c.reason, c.decided_by, c.decided_at
                from registry.correction c join registry.correction_part p on p.correction_id = c.id
                where c.person_id = :person order by c.proposed_at, p.part
                """);
    }

    @Bean
    PersonalData theirRequests(JdbcClient database) {
        return new Facts(database, 90, "requests", """
                select number, kind, channel, asker_name, asker_phone, asker_email, words, received_at, due_on, state, answer, closed_at
                from registry.privacy_request where person_id = :person order by received_at
                """);
    }

    @Bean
    PersonalData whoTookTheirData(JdbcClient database) {
        return new Facts(database, 100, "exports", """
                select format, taken_by, taken_at from registry.data_export where person_id = :person order by taken_at
                """);
    }

    @Bean
    PersonalData theirPapers(Documents documents, Forgetting forgetting, Texts texts) {
        return new Papers(documents, forgetting, texts);
    }

    private record Papers(Documents documents, Forgetting forgetting, Texts texts) implements PersonalData {

        @Override
        public String name() {
            return "documents";
        }

        @Override
        public int order() {
            return 110;
        }

        /** The card becomes void and forgets whom it named. */
        @Override
        public void forget(PersonId person) {
            forgetting.holder(
                    ArtisanCard.SUBJECT, person.value(), texts.say(Language.AR, "registry.anonymisation.paper"));
        }

        @Override
        public List<Map<String, Object>> about(PersonId person) {
            return documents.about(ArtisanCard.SUBJECT, person.value()).stream()
                    .map(it -> {
                        Map<String, Object> paper = new LinkedHashMap<>();
                        paper.put("number", it.number());
                        paper.put("kind", it.kind());
                        it.printed().forEach(field -> paper.put(field.label(), field.arabic()));
                        paper.put("issued_at", it.issuedAt());
                        paper.put("issued_by", it.issuedBy());
                        if (it.validUntil() != null) {
                            paper.put("valid_until", it.validUntil());
                        }
                        return paper;
                    })
                    .toList();
        }
    }
}
