package ma.qutb.programmes.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.programmes.fact.Places;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the reference data whole or not at all; files that were loaded before are not looked at again. */
@Service
class LoadingFacts {

    private final SavingFacts saving;
    private final LoadedFiles loaded;
    private final Facts facts;
    private final Places places;
    private final Texts texts;
    private final TransactionTemplate transaction;

    LoadingFacts(
            SavingFacts saving,
            LoadedFiles loaded,
            Facts facts,
            Places places,
            Texts texts,
            PlatformTransactionManager transactions) {
        this.saving = saving;
        this.loaded = loaded;
        this.facts = facts;
        this.places = places;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Brings the tables to what the files say.
     *
     * @return whether anything had to be written
     * @throws ma.qutb.platform.BrokenReference for a row that cannot be taken; nothing is written then
     */
    boolean load(ReferenceTexts files) {
        var checksums = files.checksums();
        if (loaded.are(checksums)) {
            return false;
        }
        var known = new Known(files, places, texts);
        var prepared = Preparing.all(files, known);
        Map<String, Integer> counts =
                prepared.stream().collect(Collectors.toMap(it -> it.table().file(), it -> 1, Integer::sum));
        var ids = ids(prepared);
        transaction.executeWithoutResult(status -> {
            saving.subjects(known.subjects());
            prepared.forEach(saving::save);
            link(files, ids);
            saving.removeAllBut(ids, known.subjects().keySet());
            loaded.remember(checksums, counts);
        });
        // Only now may others see it.
        facts.forget();
        return true;
    }

    private static Set<String> ids(List<PreparedFact> prepared) {
        var ids = new HashSet<String>();
        for (var fact : prepared) {
            if (!ids.add(fact.id())) {
                throw fact.row().broken(fact.table().key().getFirst(), "stands twice: " + fact.id());
            }
        }
        return ids;
    }

    private void link(ReferenceTexts files, Set<String> ids) {
        for (var row :
                files.table(FactTables.named("discrepancies").orElseThrow()).rows()) {
            var concerns = row.list("concerns");
            for (var id : concerns) {
                if (!ids.contains(id)) {
                    throw row.broken("concerns", "'" + id + "' is not a known fact");
                }
            }
            if (concerns.isEmpty()) {
                throw row.broken("concerns", "is empty");
            }
            saving.link(row.text("id"), concerns);
        }
    }
}
