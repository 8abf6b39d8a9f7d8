package ma.qutb.registry.craft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers from memory: crafts change only when reference data is loaded, at start-up. */
@Service
class CraftsInMemory implements Crafts {

    private final JdbcClient database;
    private volatile @Nullable Map<CraftCode, Craft> crafts;

    CraftsInMemory(JdbcClient database) {
        this.database = database;
    }

    /** After the reference data was loaded. */
    void forget() {
        crafts = null;
    }

    @Override
    public boolean exists(CraftCode craft) {
        return crafts().containsKey(craft);
    }

    @Override
    public LocalName nameOf(CraftCode craft) {
        return find(craft).map(Craft::name).orElseGet(() -> new LocalName(craft.value(), craft.value(), craft.value()));
    }

    @Override
    public Optional<Craft> find(CraftCode craft) {
        return Optional.ofNullable(crafts().get(craft));
    }

    @Override
    public List<Craft> all() {
        return List.copyOf(crafts().values());
    }

    @Override
    public Set<CraftCode> within(CraftCode family) {
        var found = new TreeSet<CraftCode>();
        collect(family, found);
        return found;
    }

    private void collect(CraftCode code, Set<CraftCode> found) {
        if (found.add(code)) {
            all().stream()
                    .filter(it -> it.parent().filter(code::equals).isPresent())
                    .forEach(it -> collect(it.code(), found));
        }
    }

    private Map<CraftCode, Craft> crafts() {
        var known = crafts;
        if (known == null) {
            known = read();
            crafts = known;
        }
        return known;
    }

    private Map<CraftCode, Craft> read() {
        Map<CraftCode, Craft> read = new LinkedHashMap<>();
        database.sql("""
                        with recursive tree as (
                            select c.*, array[name_ar collate "ar-x-icu"] as path from registry.craft c where parent_code is null
                            union all
                            select c.*, tree.path || c.name_ar collate "ar-x-icu" from registry.craft c join tree on tree.code = c.parent_code
                        )
                        select code, parent_code, name_ar, name_fr, name_en, icon from tree order by path
                        """)
                .query((row, number) -> new Craft(
                        new CraftCode(row.getString("code")),
                        Optional.ofNullable(row.getString("parent_code")).map(CraftCode::new),
                        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                        row.getString("icon")))
                .list()
                .forEach(it -> read.put(it.code(), it));
        return read;
    }
}
