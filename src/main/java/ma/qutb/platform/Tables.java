package ma.qutb.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables of all modules and what a backup must know of them. */
final class Tables {

    /** A table with the columns that are stored (generated ones are computed again). */
    record Table(String schema, String name, List<String> columns) {
        String qualified() {
            return schema + "." + name;
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }

    /** A foreign key, ready to be taken off and put back. */
    record Reference(String table, String name, String definition) {}

    /** How many rows and a sum over their contents that does not depend on their order. */
    record Print(long rows, String checksum) {}

    private Tables() {}

    /** Fixed forms for values, so that the same row reads the same on every server. */
    static void fixForms(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; "
                    + "set bytea_output = 'hex'; set extra_float_digits = 1");
        }
    }

    static List<Table> of(Connection connection, List<String> schemas) throws SQLException {
        Set<Table> found = new LinkedHashSet<>();
        try (var ask = connection.prepareStatement("""
                select n.nspname, c.relname, string_agg(quote_ident(a.attname), ',' order by a.attnum)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and n.nspname = any (?) and c.relname <> 'migration'
                group by n.nspname, c.relname
                order by array_position(?, n.nspname::text), c.relname""")) {
            var names = connection.createArrayOf("text", schemas.toArray());
            ask.setArray(1, names);
            ask.setArray(2, names);
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    found.add(new Table(
                            rows.getString(1),
                            rows.getString(2),
                            List.of(rows.getString(3).split(","))));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The foreign keys between the tables: a restore takes them off, loads, and puts them back, which checks every row. */
    static List<Reference> references(Connection connection, List<String> schemas) throws SQLException {
        List<Reference> found = new ArrayList<>();
        try (var ask = connection.prepareStatement("""
                select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
                from pg_constraint c where c.contype = 'f' and c.connamespace::regnamespace::text = any (?)
                order by c.oid""")) {
            ask.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    found.add(new Reference(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    static Print print(Connection connection, Table table) throws SQLException {
        try (var ask = connection.createStatement();
                var row = ask.executeQuery("""
                        select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text
                        from (select %s from %s) t""".formatted(table.columnList(), table.qualified()))) {
            row.next();
            return new Print(row.getLong(1), row.getString(2));
        }
    }
}
