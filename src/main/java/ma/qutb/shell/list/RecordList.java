package ma.qutb.shell.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of records as a module declares it, once, as a bean. Everything in it is code; what readers choose only picks
 * among the columns and filters named here, so no address can reach other data. In its SQL {@code :today} is the day at the pole by
 * Java's calendar; {@code {lang}} and {@code {collation}} are the reader's.
 */
public final class RecordList {

    final String name;
    final String texts;
    final String permission;
    final String exportPermission;
    final String from;
    final List<String> conditions;
    final String key;
    final @Nullable String scope;
    final @Nullable String demonstration;
    final @Nullable String link;
    final List<Column> columns;
    final List<Filter> filters;
    final String sort;

    private RecordList(Declaration it) {
        name = it.name;
        texts = it.texts;
        permission = given(it.permission, "permission");
        exportPermission = it.exportPermission == null ? permission : it.exportPermission;
        from = given(it.from, "from");
        conditions = List.copyOf(it.conditions);
        key = given(it.key, "key");
        scope = it.scope;
        demonstration = it.demonstration;
        link = it.link;
        columns = List.copyOf(it.columns);
        filters = List.copyOf(it.filters);
        sort = it.sort == null ? "" : it.sort;
        if (!it.scoped) {
            // Forgetting the scope would show one province's people to another's clerk.
            throw new IllegalStateException("list " + name + " must say scope(…) or everywhere()");
        }
        if (!sort.isEmpty() && column(sort.replaceFirst("^-", "")).isEmpty()) {
            throw new IllegalStateException("list " + name + " is sorted by no column of its own: " + sort);
        }
    }

    private String given(@Nullable String value, String what) {
        if (value == null) {
            throw new IllegalStateException("list " + name + " must name its " + what);
        }
        return value;
    }

    /**
     * Begins a declaration.
     *
     * @param name unique among all lists; stands in addresses
     * @param texts where its texts stand: {@code <texts>.title}, {@code .column.<key>}, {@code .filter.<key>}
     */
    public static Declaration named(String name, String texts) {
        Names.check(name);
        return new Declaration(name, texts);
    }

    public String name() {
        return name;
    }

    public String texts() {
        return texts;
    }

    public List<Filter> filters() {
        return filters;
    }

    Optional<Column> column(String wanted) {
        return columns.stream().filter(it -> it.key().equals(wanted)).findFirst();
    }

    /** A list being declared. */
    public static final class Declaration {

        private final String name;
        private final String texts;
        private final List<String> conditions = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private @Nullable String permission;
        private @Nullable String exportPermission;
        private @Nullable String from;
        private @Nullable String key;
        private @Nullable String scope;
        private boolean scoped;
        private @Nullable String demonstration;
        private @Nullable String link;
        private @Nullable String sort;

        private Declaration(String name, String texts) {
            this.name = name;
            this.texts = texts;
        }

        /** Who may see it; also where their roles must hold. */
        public Declaration permission(String code) {
            permission = code;
            return this;
        }

        /** Who may take it away as a file, when that is not everybody who may see it. */
        public Declaration exportPermission(String code) {
            exportPermission = code;
            return this;
        }

        /** Tables and joins, one row per record. */
        public Declaration from(String sql) {
            from = sql;
            return this;
        }

        /** A condition that always holds. */
        public Declaration where(String sql) {
            conditions.add(sql);
            return this;
        }

        /** Expression that is unique in each row; the last word in every order. */
        public Declaration key(String sql) {
            key = sql;
            return this;
        }

        /** Condition for readers whose role holds for some territories: {@code :scope} is the array of their codes. */
        public Declaration scope(String sql) {
            scope = sql;
            scoped = true;
            return this;
        }

        /** These records belong to no territory: whoever may see the list sees them all. */
        public Declaration everywhere() {
            scoped = true;
            return this;
        }

        /** Expression that is true for made-up records; they are marked on the page and in every file. */
        public Declaration demonstration(String sql) {
            demonstration = sql;
            return this;
        }

        /** Where a row leads, {@code {key}} standing for its key. */
        public Declaration link(String path) {
            link = path;
            return this;
        }

        public Declaration columns(Column... several) {
            columns.addAll(List.of(several));
            return this;
        }

        public Declaration filters(Filter... several) {
            filters.addAll(List.of(several));
            return this;
        }

        /** Key of the column it is ordered by at first; {@code -key} from the last to the first. */
        public Declaration sort(String column) {
            sort = column;
            return this;
        }

        public RecordList build() {
            return new RecordList(this);
        }
    }
}
