package ma.qutb.identity.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import ma.qutb.kernel.Role;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AdminConfiguration {

    private static final String ROLES_TODAY = """
            from identity.role_held h where h.account = a.id and h.from_day <= :today
              and (h.to_day is null or h.to_day > :today)""";

    @Bean
    MenuEntry usersMenu() {
        return new MenuEntry("menu.settings", 910, "menu.users", "users", "/app/users", "identity.see-accounts");
    }

    @Bean
    MenuEntry permissionsMenu() {
        return new MenuEntry(
                "menu.settings",
                920,
                "menu.permissions",
                "shield-lock",
                "/app/permissions",
                "identity.see-permissions");
    }

    @Bean
    RecordList usersList() {
        return RecordList.named("users", "identity.users")
                .permission("identity.see-accounts")
                .from("identity.account a")
                .key("a.id")
                .everywhere()
                .demonstration("a.demonstration")
                .link("/app/users/{key}")
                .columns(
                        Column.name("name", "a.display_name")
                                .under("a.user_name")
                                .sort("a.display_name collate {collation}")
                                .always(),
                        Column.coded(
                                        "role",
                                        "(select replace(lower(min(h.role)), '_', '-') " + ROLES_TODAY + ")",
                                        "role")
                                .under("(select '+' || (count(*) - 1) " + ROLES_TODAY + " having count(*) > 1)"),
                        Column.phone("phone", "a.phone"),
                        Column.text("email", "a.email").sort("a.email").hidden(),
                        Column.status(
                                "state",
                                "lower(a.state)",
                                "identity.state",
                                Map.of("active", Tone.OK, "locked", Tone.BAD, "closed", Tone.OFF)),
                        Column.moment(
                                "seen", "(select max(s.last_used_at) from identity.sign_in s where s.account = a.id)"),
                        Column.moment("opened", "a.created_at").hidden())
                .filters(
                        Filter.text(
                                "q",
                                "concat_ws(' ', a.display_name, a.user_name, a.phone, a.email) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice(
                                "role",
                                "exists (select 1 " + ROLES_TODAY + " and h.role = upper(replace(:role, '-', '_')))",
                                "role",
                                roleNames()),
                        Filter.choice(
                                "state", "lower(a.state) = :state", "identity.state", "active", "locked", "closed"))
                .sort("name")
                .build();
    }

    private static String[] roleNames() {
        return Arrays.stream(Role.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toArray(String[]::new);
    }
}
